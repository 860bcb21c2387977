"use client";

import { Table } from "@mantine/core";
import Link from "next/link";
import { isEnded } from "../../core/run/run-status.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { Elapsed } from "../parts/elapsed.tsx";
import { Initials } from "../parts/initials.tsx";
import { moneyText } from "../parts/number-text.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { SortHead } from "../parts/sort-head.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { shortNumber } from "../canvas/node-facts.ts";
import type { RunRow } from "../runs/run-line.tsx";
import { shortRunId } from "../runs/run-name.ts";
import classes from "./run-table.module.css";
import type { RunColumn, RunsQuery } from "./runs-query.ts";

interface RunTableProps {
  runs: readonly RunRow[];
  selectedId?: string | null;
  /** By what they are sorted; without it nobody may choose. */
  order?: { by: Pick<RunsQuery, "sort" | "isAscending">; onSort(column: RunColumn): void };
}

/** Runs as rows: which, how it stands, what its audit says, what it took, whose, when. */
export function RunTable({ runs, selectedId = null, order }: RunTableProps) {
  const className = `${classes.wide} ${classes.number}`;
  const head = (column: RunColumn, label: string) =>
    order === undefined ? (
      <Table.Th className={className}>{label}</Table.Th>
    ) : (
      <SortHead label={label} className={className} direction={order.by.sort !== column ? null : order.by.isAscending ? "ascending" : "descending"} onSort={() => order.onSort(column)} />
    );
  return (
    <Table className={classes.table ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Workflow</Table.Th>
          <Table.Th className={classes.wide}>Run</Table.Th>
          <Table.Th className={classes.wide}>Rev.</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th className={classes.wide}>Audit</Table.Th>
          {head("cost", "Cost")}
          {head("tokens", "Tokens")}
          <Table.Th className={`${classes.wide} ${classes.number}`}>Time</Table.Th>
          <Table.Th className={classes.wide}>Who</Table.Th>
          {head("started", "Started")}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {runs.map((run) => (
          <RunTableRow key={run.id} run={run} isSelected={run.id === selectedId} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RunTableRow({ run, isSelected }: { run: RunRow; isSelected: boolean }) {
  const { id, title, question, revision, status, auditResult, waits, costMicroUsd, tokens, startedByName, createdAt, startedAt, endedAt, isSample } = run;
  return (
    <Table.Tr data-selected={isSelected || undefined} data-run={id}>
      <Table.Td className={classes.name}>
        <Link href={`/runs/${id}`} className={classes.link} title={question}>
          {title}
        </Link>
        {isSample && <span className={classes.sample}>Sample, made when this installation first started</span>}
        <span className={classes.phone}>
          run {shortRunId(id)}, <bdi>{startedByName}</bdi>, <RelativeTime at={createdAt} />
        </span>
      </Table.Td>
      <Table.Td className={classes.wide}>
        <code>{shortRunId(id)}</code>
      </Table.Td>
      <Table.Td className={classes.wide}>{revision}</Table.Td>
      <Table.Td>
        <div className={classes.status}>
          <StatusMark status={status} />
          {isEnded(status) && (
            <span className={classes.audit}>
              <AuditBadge result={auditResult} />
            </span>
          )}
          {waits.length > 0 && status !== "waiting" && <StatusMark status="waiting" size="s">{`${waits.length} ${waits.length === 1 ? "waits" : "wait"}`}</StatusMark>}
        </div>
      </Table.Td>
      <Table.Td className={classes.wide}>{isEnded(status) ? <AuditBadge result={auditResult} /> : <span className={classes.none}>not yet</span>}</Table.Td>
      <Table.Td className={`${classes.wide} ${classes.number}`}>{moneyText(costMicroUsd)}</Table.Td>
      <Table.Td className={`${classes.wide} ${classes.number}`}>{shortNumber(tokens)}</Table.Td>
      <Table.Td className={`${classes.wide} ${classes.number}`}>{startedAt === null ? "–" : <Elapsed from={startedAt} to={endedAt} />}</Table.Td>
      <Table.Td className={classes.wide}>
        <span title={startedByName}>
          <Initials name={startedByName} size="s" />
        </span>
      </Table.Td>
      <Table.Td className={`${classes.wide} ${classes.number} ${classes.when}`}>
        <RelativeTime at={createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}
