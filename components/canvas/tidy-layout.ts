import ELK, { type ELK as Elk, type ElkNode } from "elkjs/lib/elk-api.js";
import type { Graph } from "../../core/workflow/graph.ts";
import { isContainer, type Node } from "../../core/workflow/node.ts";
import { bodyPadding, cardSize, sizeOf } from "../../core/workflow/place-nodes.ts";

const rootOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.partitioning.activate": "true",
  "elk.spacing.nodeNode": "28",
  "elk.layered.spacing.nodeNodeBetweenLayers": "88",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
};

let elk: Elk | undefined;

/** Lays a whole graph out in layers from left to right, phases one after the other; off the main thread. */
export async function tidyLayout(graph: Graph): Promise<Graph["layout"]> {
  elk ??= new ELK({ workerFactory: () => new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" }) });
  const columns = graph.nodes.filter(({ parent }) => parent === undefined);
  const laid = await elk.layout({
    id: "root",
    layoutOptions: rootOptions,
    children: columns.map((node) => ({ ...boxOf(node, graph), layoutOptions: partitionOf(node, graph) })),
    edges: graph.edges
      .filter(({ from, to }) => columns.some(({ id }) => id === from) && columns.some(({ id }) => id === to))
      .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  return { ...bodyPositions(graph), ...positionsOf(laid) };
}

function boxOf(node: Node, { nodes }: Graph): ElkNode {
  return { id: node.id, ...sizeOf(node, nodes.filter(({ parent }) => parent === node.id).length) };
}

function partitionOf({ phase }: Node, { phases }: Graph): Record<string, string> {
  if (phases.length === 0) return {};
  const index = phases.findIndex(({ id }) => id === phase);
  return { "elk.partitioning.partition": String(index === -1 ? phases.length : index) };
}

function positionsOf(laid: ElkNode): Graph["layout"] {
  return Object.fromEntries((laid.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}

/** Cards of a body stand below each other, in the order in which they were written. */
function bodyPositions({ nodes }: Graph): Graph["layout"] {
  const containers = nodes.filter(({ kind }) => isContainer(kind));
  const placed = containers.flatMap(({ id }) =>
    nodes
      .filter(({ parent }) => parent === id)
      .map((node, index) => [node.id, { x: bodyPadding.side, y: bodyPadding.top + index * (cardSize.height + bodyPadding.gap) }] as const),
  );
  return Object.fromEntries(placed);
}
