import type { Graph } from "../../core/workflow/graph.ts";

/** Ids of some nodes of a graph: those whose bit is set. */
export function subset({ nodes }: Graph, bits: number): string[] {
  return nodes.flatMap(({ id }, index) => ((bits >> (index % 30)) & 1 ? [id] : []));
}
