"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { RunEntry } from "../../core/run/run-event.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useRun, useRunSnapshot } from "./run-context.tsx";

type SourceNames = ApiOutput["runs"]["stepEvents"]["sources"];

export interface StepEvents {
  /** In order; of a very long step the newest. */
  entries: readonly RunEntry[];
  /** How many older ones are left out. */
  omitted: number;
  /** What the documents are called that the step read or quotes. */
  sources: SourceNames;
  isPending: boolean;
  error: unknown;
  retry(): void;
}

/** Everything that happened in one step: read once, then followed. */
export function useStepEvents(stepId: string): StepEvents {
  const { run } = useRun();
  const { newest } = useRunSnapshot();
  const api = useApi();
  const read = useQuery(api.runs.stepEvents.queryOptions({ runId: run.id, stepId }, { staleTime: Infinity, refetchOnWindowFocus: false }));
  const position = read.data?.sequence ?? 0;
  const fresh = newest.filter(({ sequence, event }) => sequence > position && "stepId" in event && event.stepId === stepId);
  const oldest = newest[0]?.sequence ?? 1;
  // News came faster than they are kept here, or of documents whose names are not known yet.
  const isBehind = read.data !== undefined && (oldest > position + 1 || fresh.some(({ event }) => event.type === "source-read" && !(event.sourceId in read.data.sources)));
  const { refetch, isFetching } = read;
  useEffect(() => {
    if (isBehind && !isFetching) void refetch();
  }, [isBehind, isFetching, refetch]);
  return {
    entries: [...(read.data?.entries ?? []), ...(read.data === undefined ? [] : fresh)],
    omitted: read.data?.omitted ?? 0,
    sources: read.data?.sources ?? {},
    isPending: read.isPending,
    error: read.data === undefined ? read.error : null,
    retry: () => void refetch(),
  };
}
