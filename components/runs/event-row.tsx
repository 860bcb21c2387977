"use client";

import type { RunEntry } from "../../core/run/run-event.ts";
import { useIsPhone } from "../parts/use-is-phone.ts";
import { EventLine } from "./event-line.tsx";
import classes from "./event-list.module.css";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";

const [deskRow, phoneRow] = [28, 44];

/** In pixels. */
export function useEventRowHeight(): number {
  return useIsPhone() ? phoneRow : deskRow;
}

/** One event in a list of them. @param entry undefined while it is read; its number stands there then. */
export function EventRow({ entry, number }: { entry: RunEntry | undefined; number: number }) {
  const { graph } = useRun();
  const { state } = useRunSnapshot();
  const { stepId, select } = useSelectedStep();
  const originMs = (state.startedAt ?? state.createdAt)?.getTime() ?? 0;
  return (
    <div role="listitem">
      {entry === undefined ? (
        <div className={classes.unread}>{number}</div>
      ) : (
        <EventLine entry={entry} graph={graph} originMs={originMs} isSelected={"stepId" in entry.event && entry.event.stepId === stepId && stepId !== null} onSelect={select} />
      )}
    </div>
  );
}
