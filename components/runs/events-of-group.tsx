"use client";

import { Loader } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { EventGroup } from "../../core/run/event-group.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { RowWindow } from "../parts/row-window.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi } from "../shell/api.ts";
import classes from "./event-list.module.css";
import { EventRow, useEventRowHeight } from "./event-row.tsx";
import { useRun, useRunSnapshot } from "./run-context.tsx";

const pageSize = 200;
/** So near to the end of what is here the next page is read. */
const readAhead = 40;
const lookAgainMs = 2_000;

/** The events of one group, read page after page as somebody scrolls; at the end it is looked for more while the run goes on. */
export function EventsOfGroup({ group }: { group: EventGroup }) {
  const { run } = useRun();
  const { state } = useRunSnapshot();
  const api = useApi();
  const rowHeight = useEventRowHeight();
  const [starts, setStarts] = useState([0]);
  const pages = useQueries({
    queries: starts.map((after, index) =>
      api.runs.events.queryOptions(
        { runId: run.id, group, after, limit: pageSize },
        { staleTime: Infinity, refetchOnWindowFocus: false, refetchInterval: index === starts.length - 1 && !isEnded(state.status) ? lookAgainMs : false },
      ),
    ),
  });
  const entries = pages.flatMap(({ data }) => data ?? []);
  const last = pages.at(-1);
  const next = last?.data?.length === pageSize ? entries.at(-1)?.sequence : undefined;
  const onRange = useCallback(
    (_: number, to: number) => {
      if (next !== undefined && to > entries.length - readAhead) setStarts((before) => (before.includes(next) ? before : [...before, next]));
    },
    [next, entries.length],
  );
  if (last?.data === undefined && last?.error) return <ReadFailed error={last.error} onRetry={() => void last.refetch()} isRetrying={last.isFetching} />;
  if (entries.length === 0) return <div className={classes.none}>{last?.isPending === true ? <Loader size="sm" aria-label="Reading the events" /> : "There is no such event in this run."}</div>;
  return (
    <RowWindow
      count={entries.length}
      rowHeight={rowHeight}
      attributes={{ role: "list", tabIndex: 0, "aria-label": "Events of the run, oldest first" }}
      onRange={onRange}
      renderRow={(index) => <EventRow key={index} entry={entries[index]} number={entries[index]?.sequence ?? index} />}
    />
  );
}
