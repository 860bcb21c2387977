import { freeInput } from "../../core/workflow/free-name.ts";
import type { Edge } from "../../core/workflow/edge.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { bodyPadding } from "../../core/workflow/node-size.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { Addition } from "./copied-part.ts";
import { newNode } from "./new-node.ts";

/**
 * Puts nodes that stand beside each other into a new map or loop: edges between them stay, all others lead to and from the
 * container (SPEC F6).
 * @returns null when they are in different containers, or when there are none.
 */
export function wrapOf(nodeIds: readonly string[], kind: "map" | "loop", graph: Graph): Addition | null {
  const inside = new Set(nodeIds);
  const wrapped = graph.nodes.filter(({ id }) => inside.has(id));
  const [first] = wrapped;
  if (first === undefined || wrapped.some(({ parent }) => parent !== first.parent)) return null;
  const container = newNode(kind, graph, first);
  const kept = graph.edges.filter(({ from, to }) => inside.has(from) === inside.has(to));
  const led: Edge[] = [];
  const ops: Op[] = [];
  for (const edge of graph.edges.filter((one) => !kept.includes(one))) {
    const [from, to] = [inside.has(edge.from) ? container.id : edge.from, inside.has(edge.to) ? container.id : edge.to];
    const twin = led.find((one) => one.from === from && one.to === to && one.kind === edge.kind && one.when === edge.when);
    if (twin !== undefined) {
      ops.push({ op: "edge-remove", id: edge.id });
      continue;
    }
    const others = [...kept, ...led].filter((one) => one.to === to);
    const as = others.some((one) => one.as === edge.as) ? freeInput(others, edge.from) : edge.as;
    led.push({ ...edge, from, to, as });
    ops.push({ op: "edge-update", id: edge.id, changes: [{ path: ["from"], value: from }, { path: ["to"], value: to }, { path: ["as"], value: as }] });
  }
  const isReport = graph.reportNode !== undefined && inside.has(graph.reportNode);
  return {
    nodeIds: [container.id],
    ops: [
      { op: "node-add", node: container },
      ...wrapped.map(({ id }): Op => ({ op: "node-update", id, changes: [{ path: ["parent"], value: container.id }] })),
      ...ops,
      ...(isReport ? [{ op: "plan-update", changes: [{ path: ["reportNode"], value: container.id }] } satisfies Op] : []),
      ...placesOf(wrapped.map(({ id }) => id), container.id, graph.layout),
    ],
  };
}

/** The container stands around its body where that stood; what nobody placed is placed anew. */
function placesOf(wrappedIds: readonly string[], containerId: string, layout: Graph["layout"]): Op[] {
  const known = wrappedIds.flatMap((id) => (layout[id] === undefined ? [] : [{ id, ...layout[id] }]));
  if (known.length < wrappedIds.length) return [];
  const corner = { x: Math.min(...known.map(({ x }) => x)) - bodyPadding.side, y: Math.min(...known.map(({ y }) => y)) - bodyPadding.top };
  const inner = known.map(({ id, x, y }) => [id, { x: x - corner.x, y: y - corner.y }] as const);
  return [{ op: "layout-update", positions: { [containerId]: corner, ...Object.fromEntries(inner) } }];
}
