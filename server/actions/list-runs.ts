import { searchQuery } from "../../core/sources/search-text.ts";
import type { RunListing, RunListQuery, RunSort } from "./run-reading-store.ts";
import type { Store } from "./store.ts";

/** More than this many are not counted: nobody reads the difference. */
const mostCounted = 200;

export interface RunPage {
  runs: RunListing[];
  /** Where the next page begins; null at the end. */
  next: RunListQuery["after"];
  total: number;
  isTotalExact: boolean;
}

/** One page of runs. @param search what somebody typed: words, "phrases", -without. */
export async function listRuns(
  { store }: { store: Pick<Store, "runReading"> },
  { search, ...query }: Omit<RunListQuery, "words" | "isUnseen"> & { search: string },
): Promise<RunPage> {
  const wanted = { ...query, isUnseen: false, words: search.trim() === "" ? null : searchQuery(search).strict };
  const [runs, total] = await Promise.all([
    store.runReading.list({ ...wanted, limit: query.limit + 1 }),
    store.runReading.count(wanted, mostCounted + 1),
  ]);
  const page = runs.slice(0, query.limit);
  const last = page.at(-1);
  return {
    runs: page,
    next: runs.length > page.length && last !== undefined ? { key: keyOf[query.sort](last), id: last.id } : null,
    total: Math.min(total, mostCounted),
    isTotalExact: total <= mostCounted,
  };
}

const keyOf: Record<RunSort, (run: RunListing) => number> = {
  started: ({ createdAt }) => createdAt.getTime(),
  cost: ({ costMicroUsd }) => costMicroUsd ?? -1,
  tokens: ({ tokens }) => tokens,
};

const mostInNeed = 50;

/** Runs that want somebody: those that wait for a person, and a member's own that failed, or failed their audit, until somebody acknowledges it. */
export async function listRunsInNeed(
  { store }: { store: Pick<Store, "runReading"> },
  { memberId }: { memberId: string },
): Promise<{ waiting: RunListing[]; failed: RunListing[]; failedAudit: RunListing[] }> {
  const mine = { ...everyRun, startedById: memberId, isUnseen: true };
  const [waiting, failed, failedAudit] = await Promise.all([
    store.runReading.list({ ...everyRun, isWaiting: true }),
    store.runReading.list({ ...mine, statuses: ["failed"] }),
    store.runReading.list({ ...mine, statuses: ["completed"], auditResults: ["failed"] }),
  ]);
  return { waiting, failed, failedAudit };
}

const everyRun: RunListQuery = {
  statuses: [],
  isWaiting: false,
  isUnseen: false,
  auditResults: [],
  startedById: null,
  workflowId: null,
  startedAfter: null,
  minCost: null,
  words: null,
  sort: "started",
  isAscending: false,
  after: null,
  limit: mostInNeed,
};
