"use client";

import { Box as ScrollBox, Button, Modal, Table } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconEye } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { coverageCell, coverageColumns, type CoverageCell } from "./coverage-cell.ts";
import classes from "./coverage-matrix.module.css";

interface CoverageMatrixProps {
  graph: Graph;
  requirements: readonly Requirement[];
  onSelect(id: string): void;
  onClose(): void;
}

/** So many columns are drawn before one asks for all. */
const fewColumns = 100;

const marks: Record<Exclude<CoverageCell, "nothing">, { icon: typeof IconCheck; words: string }> = {
  covers: { icon: IconCheck, words: "covers it" },
  unheard: { icon: IconAlertTriangle, words: "covers it, and never receives its text" },
  hears: { icon: IconEye, words: "receives its text" },
};

/** Every requirement beside every node that has to do with one: who is there for it, and who only hears of it. */
export function CoverageMatrix({ graph, requirements, onSelect, onClose }: CoverageMatrixProps) {
  const all = useMemo(() => coverageColumns(graph, requirements), [graph, requirements]);
  const [isWhole, setWhole] = useState(false);
  const columns = isWhole ? all : all.slice(0, fewColumns);
  const select = (id: string) => {
    onSelect(id);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="90%" title="Requirements and the nodes that cover them">
      <p className={classes.legend}>
        {Object.entries(marks).map(([cell, { icon: Mark, words }]) => (
          <span key={cell} data-cell={cell} className={classes.cell}>
            <Mark size={14} stroke={1.9} aria-hidden="true" /> {words}
          </span>
        ))}
        <span className={classes.none}>{`${graph.nodes.length - all.length} further nodes have to do with none`}</span>
        {all.length > columns.length && (
          <Button size="xs" onClick={() => setWhole(true)}>
            Show all {all.length} nodes
          </Button>
        )}
      </p>
      <ScrollBox className={classes.frame ?? ""} role="group" aria-label="Coverage, to scroll" tabIndex={0}>
        <Table className={classes.table} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.corner}>Requirement</Table.Th>
              {columns.map(({ id, title }) => (
                <Table.Th key={id} className={classes.column}>
                  <button type="button" className={classes.node} onClick={() => select(id)} title={title}>
                    {title}
                  </button>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {requirements.map(({ id, text, isCritical }) => {
              const isMissing = !all.some(({ covers }) => covers.includes(id));
              return (
                <Table.Tr key={id}>
                  <Table.Th scope="row" className={classes.requirement}>
                    <RequirementMark id={id} isCritical={isCritical} isMissing={isMissing} /> {text}
                    {isMissing && <b className={classes.missing}> no node</b>}
                  </Table.Th>
                  {columns.map((node) => (
                    <Cell key={node.id} cell={coverageCell(node, id)} />
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Modal>
  );
}

function Cell({ cell }: { cell: CoverageCell }) {
  if (cell === "nothing") return <Table.Td className={classes.empty} />;
  const { icon: Mark, words } = marks[cell];
  return (
    <Table.Td className={classes.cell} data-cell={cell} title={words}>
      <Mark size={16} stroke={1.9} role="img" aria-label={words} />
    </Table.Td>
  );
}
