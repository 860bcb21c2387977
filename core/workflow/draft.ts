import { digestOf, type Digest } from "../text/digest.ts";
import { diffGraphs } from "./diff-graphs.ts";
import type { Graph } from "./graph.ts";
import type { Side } from "./merge-graphs.ts";
import type { Op } from "./op.ts";
import { rebaseBatches, withBatches, type Rebased } from "./rebase-batches.ts";

/** What somebody changed of a revision and has not saved. */
export interface Draft {
  baseRevision: number;
  /** Oldest first; none where everything was taken back. */
  batches: Op[][];
}

/** Names what a draft holds; null for one that holds nothing, which is as if there were none. */
export function digestDraft({ baseRevision, batches }: Draft): Digest | null {
  return batches.length === 0 ? null : digestOf({ baseRevision, batches });
}

/**
 * Puts together what one person made of their draft in two places (SPEC F12): two tabs, or a tab that went away before the
 * server had everything.
 * @param known what both began from at least.
 * @param choices by the keys of conflicts; theirs where nothing is chosen.
 * @returns batches that lead from the opened graph to both: theirs, then mine, each to be undone by itself where that goes.
 */
export function joinDrafts(
  opened: Graph,
  { known, mine, theirs }: { known: readonly Op[][]; mine: readonly Op[][]; theirs: readonly Op[][] },
  choices?: ReadonlyMap<string, Side>,
): Rebased {
  const isShared = (batch: Op[], index: number) => digestOf(batch) === digestOf(theirs[index] ?? []);
  const shared = mine.slice(0, [...mine, []].findIndex((batch, index) => index === mine.length || !isShared(batch, index)));
  // One of them may have sent more than it knows to have arrived.
  const begun = shared.length > known.length ? shared : known;
  const base = withBatches(opened, begun).graph;
  const isLonger = begun.length <= mine.length && digestOf(begun) === digestOf(mine.slice(0, begun.length));
  const undone = isLonger ? [] : diffGraphs(base, withBatches(opened, mine).graph);
  const own = isLonger ? mine.slice(begun.length) : undone.length === 0 ? [] : [undone];
  const rebased = rebaseBatches({ base, theirs: withBatches(opened, theirs).graph, batches: own }, choices);
  return { ...rebased, batches: [...theirs, ...rebased.batches] };
}
