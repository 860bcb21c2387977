"use client";

import { createContext, use, useMemo, useSyncExternalStore } from "react";
import type { WordsSoFar } from "../../core/run/words-so-far.ts";
import type { ApiOutput } from "../shell/api.ts";
import { useUrlState } from "../shell/use-url-state.ts";
import type { RunFeed, RunSnapshot } from "./run-feed.ts";
import { tellingStepId } from "./telling-step.ts";

export type RunDescription = NonNullable<ApiOutput["runs"]["get"]>;

/** What everything on a run's page shares. */
interface OpenRun {
  description: RunDescription;
  feed: RunFeed;
}

export const RunContext = createContext<OpenRun | null>(null);

function useOpenRun(): OpenRun {
  const open = use(RunContext);
  if (open === null) throw new Error("A part of a run's page stands outside of it.");
  return open;
}

/** What doesn't change while the run goes on: its graph, brief, approval. */
export function useRun(): RunDescription {
  return useOpenRun().description;
}

/** How the run stands now, and its newest events. */
export function useRunSnapshot(): RunSnapshot {
  const { feed } = useOpenRun();
  return useSyncExternalStore(feed.subscribe, feed.read, feed.read);
}

export function useRunFeed(): RunFeed {
  return useOpenRun().feed;
}

/** What the step's model writes right now; null while it writes nothing. */
export function useStepWords(stepId: string): WordsSoFar | null {
  const { feed } = useOpenRun();
  const read = () => feed.wordsOf(stepId);
  return useSyncExternalStore(feed.subscribeToWords, read, read);
}

/** The chosen step lives in the address: graph, list, timeline and events all show it. */
export function useSelectedStep(): { stepId: string | null; select(stepId: string | null): void; selectNode(nodeId: string | null): void } {
  const [params, change] = useUrlState();
  const { feed } = useOpenRun();
  const stepId = params.get("step");
  return useMemo(
    () => ({
      stepId,
      select: (id) => change({ step: id ?? "" }),
      selectNode: (nodeId) => change({ step: nodeId === null ? "" : tellingStepId(nodeId, feed.read().state) }),
    }),
    [stepId, change, feed],
  );
}
