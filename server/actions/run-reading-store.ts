import type { AuditResult } from "../../core/evidence/audit-finding.ts";
import type { PastRun } from "../../core/preflight/learned-projection.ts";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import type { WaitKind } from "../../core/run/wait.ts";

/** What a list of runs may be sorted by. A cost that isn't known counts less than any. */
export type RunSort = "started" | "cost" | "tokens";

/** Which runs, in which order. What is null or empty filters nothing. */
export interface RunListQuery {
  sort: RunSort;
  /** The least or oldest first. */
  isAscending: boolean;
  statuses: readonly RunStatus[];
  /** Only those that wait for somebody, whatever else goes on in them. */
  isWaiting: boolean;
  /** Only those of which nobody said that they have seen how they ended. */
  isUnseen: boolean;
  /** What the newest audit came to. */
  auditResults: readonly AuditResult[];
  startedById: string | null;
  workflowId: string | null;
  startedAfter: Date | null;
  /** Micro-USD. */
  minCost: number | null;
  /** Words as `core/sources/search-text.ts` makes them; to be found in question, claims or events. */
  words: string | null;
  /** The last run of the page before: what it is sorted by, times in milliseconds since 1970, and which one it is. */
  after: { key: number; id: string } | null;
  limit: number;
}

/** What a list shows of a run. */
export interface RunListing {
  id: string;
  workflowId: string;
  decisionId: string;
  title: string;
  question: string;
  revision: number;
  status: RunStatus;
  /** Null until it ended and was audited. */
  auditResult: AuditResult | null;
  waits: { waitId: string; kind: WaitKind; title: string; since: Date }[];
  startedById: string | null;
  startedByName: string;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  tokens: number;
  costMicroUsd: number | null;
  /** Made when this installation first started, and nobody's. */
  isSample: boolean;
}

/** What a document is called. */
export interface SourceName {
  path: string;
  title: string;
  collection: string;
}

/** Looks at runs; changes nothing of them. */
export interface RunReadingStore {
  list(query: RunListQuery): Promise<RunListing[]>;
  /** How many runs the filters let through, counted up to `most`. */
  count(query: Omit<RunListQuery, "sort" | "isAscending" | "after" | "limit">, most: number): Promise<number>;
  /** The last entries that are about one step, oldest first, how many more there are, and up to which sequence was looked. */
  entriesOfStep(runId: string, stepId: string, limit: number): Promise<{ entries: RunEntry[]; omitted: number; sequence: number }>;
  /** Entries of some types after a sequence, in order. */
  entriesOfTypes(runId: string, types: readonly RunEvent["type"][], after: number, limit: number): Promise<RunEntry[]>;
  /** What the newest runs that completed took, of plans of a shape. */
  pastRuns(shape: string, limit: number): Promise<PastRun[]>;
  sourceNames(sourceIds: readonly string[]): Promise<Record<string, SourceName>>;
}

/** What full-text search knows of runs. */
export interface RunSearchStore {
  /** Up to which entry of its log a run can be found; 0 when nothing of it can. */
  position(runId: string): Promise<number>;
  /** Makes a run found by more words. @param sequence of the last entry that they are from. */
  add(runId: string, words: string, sequence: number): Promise<void>;
}

/** How long runs stood when somebody last folded them, packed. */
export interface RunSnapshotStore {
  find(runId: string): Promise<string | null>;
  put(runId: string, snapshot: { sequence: number; packed: string }): Promise<void>;
}
