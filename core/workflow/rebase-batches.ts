import { applyOps } from "./apply-op.ts";
import { diffGraphs } from "./diff-graphs.ts";
import type { Graph } from "./graph.ts";
import { mergeGraphs, type Merge, type Side } from "./merge-graphs.ts";
import type { Op } from "./op.ts";

/** What one changed since a revision, put on top of what somebody else saved meanwhile. */
export interface Rebased extends Pick<Merge, "conflicts" | "lost"> {
  /** Lead from theirs to the merged graph. The very batches where those do, so that each can still be undone by itself. */
  batches: Op[][];
}

/** @param choices by the keys of conflicts; theirs where nothing is chosen. */
export function rebaseBatches({ base, theirs, batches }: { base: Graph; theirs: Graph; batches: readonly Op[][] }, choices?: ReadonlyMap<string, Side>): Rebased {
  const { graph, conflicts, lost } = mergeGraphs({ base, mine: withBatches(base, batches).graph, theirs }, choices);
  const replayed = withBatches(theirs, batches);
  if (replayed.isWhole && diffGraphs(replayed.graph, graph).length === 0) return { batches: [...batches], conflicts, lost };
  const ops = diffGraphs(theirs, graph);
  return { batches: ops.length === 0 ? [] : [ops], conflicts, lost };
}

/** A graph with batches applied, as far as they apply. */
export function withBatches(start: Graph, batches: readonly Op[][]): { graph: Graph; isWhole: boolean } {
  let graph = start;
  for (const ops of batches) {
    const outcome = applyOps(graph, ops);
    if (!outcome.ok) return { graph, isWhole: false };
    graph = outcome.graph;
  }
  return { graph, isWhole: true };
}
