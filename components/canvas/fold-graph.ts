import type { Graph } from "../../core/workflow/graph.ts";
import { cardSize, type Size } from "../../core/workflow/node-size.ts";
import type { Node } from "../../core/workflow/node.ts";

/** How a phase is called among what can be folded; no node has an id with spaces. */
export function phasePart(phaseId: string | undefined): string {
  return `phase ${phaseId ?? ""}`;
}

/** A graph without what folded containers and phases hold, and without the edges to it. Everything else stays as it is. */
export function foldGraph(graph: Graph, folded: ReadonlySet<string>): Graph {
  if (folded.size === 0) return graph;
  const around = partsAround(graph);
  const hidden = new Set(graph.nodes.filter((node) => around(node).some((part) => folded.has(part))).map(({ id }) => id));
  if (hidden.size === 0) return graph;
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => !hidden.has(id)),
    edges: graph.edges.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  };
}

/** How large nodes are drawn where containers are folded: those are as high as a card. */
export function sizesWhereFolded(sizes: ReadonlyMap<string, Size>, folded: ReadonlySet<string>): ReadonlyMap<string, Size> {
  if (folded.size === 0) return sizes;
  return new Map([...sizes].map(([id, size]) => [id, folded.has(id) ? { ...size, height: cardSize.height } : size]));
}

/** What is still folded once a node has to be seen. */
export function openAround(folded: ReadonlySet<string>, nodeId: string | null, graph: Graph): ReadonlySet<string> {
  const node = folded.size === 0 ? undefined : graph.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return folded;
  const around = partsAround(graph)(node);
  return new Set([...folded].filter((part) => !around.includes(part)));
}

/** The containers and the phase that a node is in, the nearest first. */
function partsAround({ nodes, phases }: Graph): (node: Node) => string[] {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const phaseIds = new Set<string | undefined>(phases.map(({ id }) => id));
  const around = (node: Node): string[] => {
    const parent = nodesById.get(node.parent ?? "");
    return parent === undefined ? [phasePart(phaseIds.has(node.phase) ? node.phase : undefined)] : [parent.id, ...around(parent)];
  };
  return around;
}
