import { describeChanges, type Change, type Difference } from "./describe-changes.ts";
import type { Graph } from "../workflow/graph.ts";
import { placeNodes } from "../workflow/place-nodes.ts";

/** Two graphs drawn as one. */
export interface Overlay {
  /** The later graph, with what it no longer has where there is room for it. */
  graph: Graph;
  changes: Change[];
  /** By "node" or "edge" and its id; what isn't named is the same in both. */
  differences: ReadonlyMap<string, Difference>;
}

/** Lays an earlier graph under a later one. A part that was replaced by one of another kind under the same id is drawn as it is now. */
export function overlayGraphs(from: Graph, to: Graph): Overlay {
  const changes = describeChanges(from, to);
  const present = new Set(to.nodes.map(({ id }) => id));
  const gone = from.nodes.filter(({ id }) => !present.has(id));
  const edges = new Set(to.edges.map(({ id }) => id));
  const phases = [...to.phases, ...from.phases.filter(({ id }) => !to.phases.some((phase) => phase.id === id))];
  const nodes = [...to.nodes, ...gone.map((node) => ({ ...node, parent: isHeld(node.parent, gone, to) ? node.parent : undefined }))];
  const places = placeNodes(to, to.layout);
  const graph = { ...to, phases, nodes, edges: [...to.edges, ...from.edges.filter(({ id }) => !edges.has(id))], layout: placeNodes({ nodes, phases }, places) };
  const differences = new Map<string, Difference>();
  for (const { part, difference } of changes) {
    if (part.type === "plan") continue;
    const name = `${part.type} ${part.id}`;
    differences.set(name, differences.has(name) ? "changed" : difference);
  }
  return { graph, changes, differences };
}

function isHeld(parent: string | undefined, gone: Graph["nodes"], to: Graph): boolean {
  if (parent === undefined) return false;
  return gone.some(({ id }) => id === parent) || to.nodes.some(({ id, kind }) => id === parent && (kind === "map" || kind === "loop"));
}
