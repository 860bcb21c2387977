"use client";

import { Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconFileOff } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { unpackRunState } from "../../core/run/packed-run-state.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { ClockOffset } from "../parts/elapsed.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApi } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { stepTitle } from "./event-line.tsx";
import { eventWords } from "./event-words.ts";
import { RunContext, type RunDescription } from "./run-context.tsx";
import { RunFeed } from "./run-feed.ts";
import classes from "./run-screen.module.css";
import { RunWorkbench } from "./run-workbench.tsx";

/** The page of one run: read as it stands, then followed live; a run opened by link looks like the one that was always open. */
export function RunScreen({ runId }: { runId: string }) {
  const api = useApi();
  const read = useQuery(api.runs.get.queryOptions({ runId }, { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false }));
  if (read.isPending) return <Loader className={classes.loader ?? ""} aria-label="Reading the run" />;
  if (read.data === undefined) return <ReadFailed error={read.error} onRetry={() => void read.refetch()} isRetrying={read.isFetching} />;
  if (read.data === null) {
    return (
      <Empty icon={IconFileOff} title="There is no such run">
        The address may be mistyped, or the run was removed. Runs lists all there are.
      </Empty>
    );
  }
  return <LiveRun key={read.dataUpdatedAt} description={read.data} readAt={read.dataUpdatedAt} onReread={() => void read.refetch()} />;
}

function LiveRun({ description, readAt, onReread }: { description: RunDescription; readAt: number; onReread: () => void }) {
  const { run, graph, newest } = description;
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const [feed] = useState(() => {
    const state = unpackRunState(description.state);
    if (state === null) throw new Error("This page is older than the server that answers it. Load it again.");
    return new RunFeed({ state, newest });
  });
  const [{ sequence, status }] = useState(() => feed.read().state);
  useLiveTopic(`run:${run.id}`, sequence, {
    onEntries: (entries) => {
      const news = feed.add(entries).map(({ event }) => event);
      const told = news.filter(({ type }) => type === "wait-began" || type === "run-completed" || type === "run-failed" || type === "run-canceled").map(eventWords);
      if (told.length > 0) announce(told.map(({ stepId, text }) => (stepId === null ? text : `${stepTitle(stepId, graph)}: ${text}`)).join(". "));
      if (told.length > 0 || news.some(({ type }) => type === "wait-answered")) {
        void queryClient.invalidateQueries({ queryKey: api.runs.list.queryKey() });
        void queryClient.invalidateQueries({ queryKey: api.runs.inNeed.queryKey() });
      }
    },
    onGlimpse: (glimpse) => feed.show(glimpse),
    onRestart: onReread,
  });
  // What this page read is not what the next one starts from: it went on meanwhile.
  useEffect(() => () => void queryClient.removeQueries({ queryKey: api.runs.get.queryKey({ runId: run.id }), predicate: () => !isEnded(status) }), [queryClient, api, run.id, status]);
  const open = useMemo(() => ({ description, feed }), [description, feed]);
  return (
    <RunContext value={open}>
      <ClockOffset value={description.now.getTime() - readAt}>
        <RunWorkbench />
      </ClockOffset>
    </RunContext>
  );
}
