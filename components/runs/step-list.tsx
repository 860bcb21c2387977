"use client";

import { Button, TextInput } from "@mantine/core";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useMemo, useState, type KeyboardEvent } from "react";
import { isEnded } from "../../core/run/run-status.ts";
import { useNow } from "../parts/elapsed.tsx";
import { countText, durationText } from "../parts/number-text.ts";
import { RowWindow } from "../parts/row-window.tsx";
import { useIsPhone } from "../parts/use-is-phone.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";
import classes from "./step-list.module.css";
import { StepLine } from "./step-line.tsx";
import { stepRows, type StepRow } from "./step-row.ts";
import { timeAxis, type TimeAxis } from "./time-axis.ts";

const deskRow = 25;
const phoneRow = 48;

/** Every step of the run as a tree with its bar in time: never reordered, searched, filtered, folded. */
export function StepList({ title }: { title?: string }) {
  const { graph } = useRun();
  const { state } = useRunSnapshot();
  const { stepId, select } = useSelectedStep();
  const isPhone = useIsPhone();
  const now = useNow(state.startedAt !== null && !isEnded(state.status));
  const [openById, setOpenById] = useState<Readonly<Record<string, boolean>>>({});
  const [search, setSearch] = useState("");
  const [failedOnly, setFailedOnly] = useState(false);
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const rows = useMemo(() => stepRows(graph, state, { openById, search: search.trim(), failedOnly }), [graph, state, openById, search, failedOnly]);
  const failed = useMemo(() => [...state.stepsById.values()].filter(({ status }) => status === "failed").length, [state]);
  const at = rows.findIndex((row) => row.stepId === stepId);

  const originMs = (state.startedAt ?? state.createdAt)?.getTime() ?? 0;
  const endMs = state.endedAt?.getTime() ?? now ?? originMs;
  const axis = timeAxis(endMs - originMs);

  const toggle = (row: StepRow, isOpen = !row.isOpen) => setOpenById((earlier) => ({ ...earlier, [row.id]: isOpen }));
  const move = (by: number) => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? 0 : at + by))];
    if (target !== undefined) select(target.stepId ?? target.id);
  };
  const openers = rows.filter(({ childCount }) => childCount > 0);
  const collapseAll = () => setOpenById(Object.fromEntries(openers.map(({ id }) => [id, false])));
  const expandAll = () => setOpenById(Object.fromEntries(openers.map(({ id }) => [id, true])));
  const isAnyOpen = openers.some(({ isOpen }) => isOpen);
  useKeyBinding({ keys: ["j"], label: "Next step", group: "This page", run: () => move(1) });
  useKeyBinding({ keys: ["k"], label: "Step before", group: "This page", run: () => move(-1) });
  useKeyBinding({ keys: ["f"], label: "Failed steps only", group: "This page", run: () => setFailedOnly((is) => !is) });
  const press = (event: KeyboardEvent) => {
    const row = rows[at];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Home") move(-rows.length);
    else if (event.key === "End") move(rows.length);
    else if (event.key === "ArrowRight" && row !== undefined && row.childCount > 0) toggle(row, true);
    else if (event.key === "ArrowLeft" && row !== undefined && row.childCount > 0) toggle(row, false);
    else if (event.key === "Escape") select(null);
    else return;
    event.preventDefault();
  };
  const items = [...state.stepsById.values()].reduce((sum, { itemKeys }) => sum + (itemKeys?.length ?? 0), 0);
  return (
    <section className={classes.steps} aria-label={title ?? "Steps"}>
      <div className={classes.tools}>
        <h2>{title ?? "Steps"}</h2>
        <span className={classes.aside}>
          {countText(graph.nodes.length, "node")}
          {items > 0 && `, ${countText(items, "item")}`}
        </span>
        <span className={classes.grow} />
        <TextInput
          ref={setField}
          size="xs"
          className={classes.search}
          aria-label="Find in steps"
          placeholder="Find in steps"
          leftSection={<IconSearch size={14} stroke={1.9} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && field?.blur()}
        />
        <Button size="xs" leftSection={<IconFilter size={14} stroke={1.9} />} aria-pressed={failedOnly} data-active={failedOnly || undefined} onClick={() => setFailedOnly(!failedOnly)}>
          Failed{failed > 0 && <span className={classes.failed}>{failed}</span>}
        </Button>
        {openers.length > 0 && (
          <Button size="xs" onClick={isAnyOpen ? collapseAll : expandAll} disabled={search !== "" || failedOnly}>
            {isAnyOpen ? "Collapse all" : "Expand all"}
          </Button>
        )}
      </div>
      {!isPhone && <AxisHead axis={axis} nowMs={isEnded(state.status) || now === null ? null : endMs - originMs} />}
      {rows.length === 0 ? (
        <p className={classes.empty}>{failedOnly ? "No step failed." : "No step has such a name."}</p>
      ) : (
        <RowWindow
          count={rows.length}
          rowHeight={isPhone ? phoneRow : deskRow}
          shownIndex={at === -1 ? null : at}
          attributes={{ role: "tree", tabIndex: 0, "aria-label": "Steps of the run", "aria-activedescendant": at === -1 ? undefined : `row ${rows[at]?.id ?? ""}`, onKeyDown: press }}
          backdrop={isPhone ? null : <Grid axis={axis} nowMs={isEnded(state.status) || now === null ? null : endMs - originMs} />}
          renderRow={(index) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <StepLine
                key={row.id}
                row={row}
                isSelected={row.stepId === stepId && stepId !== null}
                bar={{ originMs, axisMs: axis.lengthMs, nowMs: endMs }}
                onSelect={() => (row.stepId === null ? toggle(row) : select(row.stepId))}
                onToggle={() => toggle(row)}
              />
            );
          }}
        />
      )}
    </section>
  );
}

const placeOf = (ms: number, axis: TimeAxis) => `${(ms / axis.lengthMs) * 100}%`;

function AxisHead({ axis, nowMs }: { axis: TimeAxis; nowMs: number | null }) {
  return (
    <div className={`${classes.row} ${classes.head}`} aria-hidden="true">
      <span className={classes.stepHead}>Step</span>
      <span>Status</span>
      <span className={classes.number}>Cost</span>
      <div className={classes.axis}>
        {axis.ticks
          .filter((tick) => nowMs === null || Math.abs(tick - nowMs) > axis.lengthMs * 0.12)
          .map((tick) => (
            <span key={tick} style={{ left: placeOf(tick, axis) }}>
              {durationText(tick)}
            </span>
          ))}
        {nowMs !== null && <em style={{ left: placeOf(nowMs, axis) }}>{durationText(nowMs)}</em>}
      </div>
    </div>
  );
}

function Grid({ axis, nowMs }: { axis: TimeAxis; nowMs: number | null }) {
  return (
    <div className={classes.grid} aria-hidden="true">
      {axis.ticks.slice(1).map((tick) => (
        <i key={tick} style={{ left: placeOf(tick, axis) }} />
      ))}
      {nowMs !== null && <b style={{ left: placeOf(nowMs, axis) }} />}
    </div>
  );
}
