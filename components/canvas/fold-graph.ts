import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";

/** How a phase is called among what can be folded; no node has an id with spaces. */
export function phasePart(phaseId: string | undefined): string {
  return `phase ${phaseId ?? ""}`;
}

/**
 * A graph without what folded containers and phases hold, and without the edges to it. Everything else stays as it is.
 * @param shownId a node that is shown whatever is folded around it.
 */
export function foldGraph(graph: Graph, folded: ReadonlySet<string>, shownId: string | null): Graph {
  if (folded.size === 0) return graph;
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]));
  const phaseIds = new Set<string | undefined>(graph.phases.map(({ id }) => id));
  const around = (node: Node): string[] => {
    const parent = nodesById.get(node.parent ?? "");
    return parent === undefined ? [phasePart(phaseIds.has(node.phase) ? node.phase : undefined)] : [parent.id, ...around(parent)];
  };
  const shown = nodesById.get(shownId ?? "");
  const opened = new Set(shown === undefined ? [] : around(shown));
  const hidden = new Set(graph.nodes.filter((node) => around(node).some((part) => folded.has(part) && !opened.has(part))).map(({ id }) => id));
  if (hidden.size === 0) return graph;
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !hidden.has(id)),
    edges: graph.edges.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  };
}
