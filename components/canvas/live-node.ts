"use client";

import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { RunStatus } from "../../core/run/run-status.ts";

/** How a node stands in a run, as far as its card shows it. */
export interface LiveNode {
  status: RunStatus;
  /** How many of its steps, or of a container its items, stand how. */
  counts: Partial<Record<RunStatus, number>>;
  total: number;
  /** Of a container, in the order of the items. */
  items: readonly { key: string; status: RunStatus; startedAt: Date | null; endedAt: Date | null }[] | null;
  costMicroUsd: number | null;
  tokens: number;
  startedAt: Date | null;
  endedAt: Date | null;
}

/** What the cards of a running graph read; each subscribes for itself, so that one step's news draws one card. */
export interface LiveNodes {
  subscribe(listener: () => void): () => void;
  /** The same object until something of it changes. */
  read(nodeId: string): LiveNode | null;
  /** Whether containers show their items instead of a stack. */
  isExpanded: boolean;
}

export const LiveNodesContext = createContext<LiveNodes | null>(null);

const nothing = () => () => undefined;

/** @returns how the node stands in the run that is shown; null where a plan is shown, not a run. */
export function useLiveNode(nodeId: string): LiveNode | null {
  const nodes = use(LiveNodesContext);
  const read = useCallback(() => nodes?.read(nodeId) ?? null, [nodes, nodeId]);
  return useSyncExternalStore(nodes?.subscribe ?? nothing, read, read);
}

/** How several nodes stand together, in a few words: what waits or failed first; null where a plan is shown. */
export function useLiveWords(nodeIds: readonly string[]): string | null {
  const nodes = use(LiveNodesContext);
  const read = () => (nodes === null ? null : wordsOf(nodeIds.map((id) => nodes.read(id)?.status ?? "pending")));
  return useSyncExternalStore(nodes?.subscribe ?? nothing, read, read);
}

function wordsOf(statuses: readonly RunStatus[]): string {
  const count = (status: RunStatus) => statuses.filter((one) => one === status).length;
  if (count("waiting") > 0) return `${count("waiting")} waiting`;
  if (count("failed") > 0) return `${count("failed")} failed`;
  const done = count("completed") + count("skipped");
  if (done === statuses.length) return "done";
  return done > 0 || count("running") > 0 ? `${done} of ${statuses.length} done` : count("canceled") > 0 ? "canceled" : "pending";
}
