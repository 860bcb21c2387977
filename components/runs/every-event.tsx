"use client";

import { useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { RunEntry } from "../../core/run/run-event.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { RowWindow } from "../parts/row-window.tsx";
import { useApi } from "../shell/api.ts";
import { EventRow, useEventRowHeight } from "./event-row.tsx";
import { useRun, useRunSnapshot } from "./run-context.tsx";

const pageSize = 200;

/** Every event in order, each at the place of its number; what is not here yet is read where somebody looks. */
export function EveryEvent() {
  const { run } = useRun();
  const { state, newest } = useRunSnapshot();
  const api = useApi();
  const rowHeight = useEventRowHeight();
  const [range, setRange] = useState({ from: 0, to: 0 });
  const oldest = newest[0]?.sequence ?? Infinity;
  const read = useQueries({
    queries: pagesOf(range, oldest).map((page) => api.runs.events.queryOptions({ runId: run.id, after: page * pageSize, limit: pageSize }, { staleTime: Infinity, refetchOnWindowFocus: false })),
    combine: (results) => new Map<number, RunEntry>(results.flatMap(({ data }) => (data ?? []).map((entry) => [entry.sequence, entry] as const))),
  });
  const entryAt = (sequence: number) => (sequence >= oldest ? newest[sequence - oldest] : read.get(sequence));
  return (
    <RowWindow
      count={state.sequence}
      rowHeight={rowHeight}
      attributes={{ role: "list", tabIndex: 0, "aria-label": "Events of the run, oldest first" }}
      isFollowing={!isEnded(state.status)}
      onRange={useCallback((from: number, to: number) => setRange({ from, to }), [])}
      renderRow={(index) => <EventRow key={index} entry={entryAt(index + 1)} number={index + 1} />}
    />
  );
}

/** The numbers of the pages that are in view and not among the newest events. */
function pagesOf({ from, to }: { from: number; to: number }, oldest: number): number[] {
  const pages = new Set<number>();
  for (let index = from; index < to && index + 1 < oldest; index += 1) pages.add(Math.floor(index / pageSize));
  return [...pages];
}
