import { freeInput } from "../../core/workflow/free-name.ts";
import type { Edge } from "../../core/workflow/edge.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { bodyPadding, cardSize, nodeSizes } from "../../core/workflow/node-size.ts";
import type { Node } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { cardGap, placeNodes } from "../../core/workflow/place-nodes.ts";
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
      placesOf(wrapped, container.id, graph),
    ],
  };
}

/** The container begins where its body began; what stands below makes room for its frame. */
function placesOf(wrapped: readonly Node[], containerId: string, graph: Graph): Op {
  const places = placeNodes(graph, graph.layout);
  const sizes = nodeSizes(graph.nodes, places);
  const boxOf = ({ id }: Node) => ({ id, ...(places[id] ?? { x: 0, y: 0 }), ...(sizes.get(id) ?? cardSize) });
  const body = wrapped.map(boxOf);
  const { side, top, bottom } = bodyPadding;
  const corner = { x: Math.min(...body.map(({ x }) => x)) - side, y: Math.min(...body.map(({ y }) => y)) };
  const right = Math.max(...body.map(({ x, width }) => x + width)) + side;
  const positions: Graph["layout"] = { [containerId]: corner };
  for (const { id, x, y } of body) positions[id] = { x: x - corner.x, y: y - corner.y + top };
  let free = Math.max(...body.map(({ y, height }) => y + height)) + top + bottom + cardGap;
  const below = graph.nodes.filter((node) => node.parent === wrapped[0]?.parent && !wrapped.includes(node)).map(boxOf);
  for (const { id, x, y, height } of below.filter((box) => box.y >= corner.y && box.x < right && box.x + box.width > corner.x).toSorted((a, b) => a.y - b.y)) {
    if (y < free) positions[id] = { x, y: free };
    free = Math.max(y, free) + height + cardGap;
  }
  return { op: "layout-update", positions };
}
