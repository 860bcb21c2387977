"use client";

import { useMediaQuery } from "@mantine/hooks";
import { useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { RunEntry } from "../../core/run/run-event.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { RowWindow } from "../parts/row-window.tsx";
import { useApi } from "../shell/api.ts";
import { EventLine } from "./event-line.tsx";
import classes from "./event-list.module.css";
import { useRun, useRunSnapshot, useSelectedStep } from "./run-context.tsx";

const pageSize = 200;
const [deskRow, phoneRow] = [28, 44];

/** Every event in order, each at the place of its number; what is not here yet is read where somebody looks. */
export function EventList() {
  const { run, graph } = useRun();
  const { state, newest } = useRunSnapshot();
  const { stepId, select } = useSelectedStep();
  const api = useApi();
  const isPhone = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false }) === true;
  const [range, setRange] = useState({ from: 0, to: 0 });
  const oldest = newest[0]?.sequence ?? Infinity;
  const pages = pagesOf(range, oldest);
  const read = useQueries({
    queries: pages.map((page) => api.runs.events.queryOptions({ runId: run.id, after: page * pageSize, limit: pageSize }, { staleTime: Infinity, refetchOnWindowFocus: false })),
    combine: (results) => new Map<number, RunEntry>(results.flatMap(({ data }) => (data ?? []).map((entry) => [entry.sequence, entry] as const))),
  });
  const originMs = (state.startedAt ?? state.createdAt)?.getTime() ?? 0;
  const entryAt = (sequence: number) => (sequence >= oldest ? newest[sequence - oldest] : read.get(sequence));
  return (
    <section className={classes.events} aria-label="Events">
      <RowWindow
        count={state.sequence}
        rowHeight={isPhone ? phoneRow : deskRow}
        attributes={{ role: "list", tabIndex: 0, "aria-label": "Events of the run, oldest first" }}
        isFollowing={!isEnded(state.status)}
        onRange={useCallback((from: number, to: number) => setRange({ from, to }), [])}
        renderRow={(index) => {
          const entry = entryAt(index + 1);
          return (
            <div key={index} role="listitem">
              {entry === undefined ? (
                <div className={classes.unread}>{index + 1}</div>
              ) : (
                <EventLine entry={entry} graph={graph} originMs={originMs} isSelected={"stepId" in entry.event && entry.event.stepId === stepId && stepId !== null} onSelect={select} />
              )}
            </div>
          );
        }}
      />
    </section>
  );
}

/** The numbers of the pages that are in view and not among the newest events. */
function pagesOf({ from, to }: { from: number; to: number }, oldest: number): number[] {
  const pages = new Set<number>();
  for (let index = from; index < to && index + 1 < oldest; index += 1) pages.add(Math.floor(index / pageSize));
  return [...pages];
}
