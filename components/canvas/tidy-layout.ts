import ELK, { type ELK as Elk, type ElkNode } from "elkjs/lib/elk-api.js";
import type { Graph } from "../../core/workflow/graph.ts";
import { bodyPadding, sizeAround } from "../../core/workflow/node-size.ts";
import { isContainer, type Node } from "../../core/workflow/node.ts";

/** More nodes of one lane than this stand in several columns. */
const cardsPerColumn = 8;

const sharedOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
};

const rootOptions = {
  ...sharedOptions,
  "elk.partitioning.activate": "true",
  "elk.spacing.nodeNode": "28",
  "elk.layered.spacing.nodeNodeBetweenLayers": "52",
};

const { side, top, bottom, gap } = bodyPadding;

const bodyOptions = {
  ...sharedOptions,
  "elk.padding": `[top=${top},left=${side},bottom=${bottom},right=${side}]`,
  "elk.spacing.nodeNode": String(gap),
  "elk.layered.spacing.nodeNodeBetweenLayers": "40",
};

/** The usual layering makes the fewest columns; this one makes none too high, at the price of longer edges. */
const boundedOptions = {
  "elk.layered.layering.strategy": "COFFMAN_GRAHAM",
  "elk.layered.layering.coffmanGraham.layerBound": String(cardsPerColumn),
};

let elk: Elk | undefined;

/** Lays a whole graph out in layers from left to right, phases one after the other; off the main thread. */
export async function tidyLayout(graph: Graph): Promise<Graph["layout"]> {
  elk ??= new ELK({ workerFactory: () => new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" }) });
  const childrenById = Map.groupBy(graph.nodes, ({ parent }) => parent ?? null);
  const parentsById = new Map(graph.nodes.map(({ id, parent }) => [id, parent ?? null]));
  const edgesById = Map.groupBy(graph.edges, ({ from }) => parentsById.get(from) ?? null);
  const inside = (parentId: string | null): Pick<ElkNode, "children" | "edges"> => ({
    children: (childrenById.get(parentId) ?? []).map((node) => boxOf(node)),
    edges: (edgesById.get(parentId) ?? []).map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const boxOf = (node: Node): ElkNode => {
    const layoutOptions = node.parent === undefined ? partitionOf(node, graph) : {};
    if (!isContainer(node.kind) || !childrenById.has(node.id)) return { id: node.id, ...sizeAround(node, []), layoutOptions };
    return { id: node.id, ...inside(node.id), layoutOptions: { ...bodyOptions, ...layeringOf(childrenById.get(node.id)), ...layoutOptions } };
  };
  return positionsIn(await elk.layout({ id: "root", layoutOptions: { ...rootOptions, ...layeringOf(childrenById.get(null)) }, ...inside(null) }));
}


function layeringOf(nodes: readonly Node[] = []): Record<string, string> {
  const laneSizes = [...Map.groupBy(nodes, ({ phase }) => phase).values()].map(({ length }) => length);
  return Math.max(0, ...laneSizes) > cardsPerColumn ? boundedOptions : {};
}

function partitionOf({ phase }: Node, { phases }: Graph): Record<string, string> {
  if (phases.length === 0) return {};
  const index = phases.findIndex(({ id }) => id === phase);
  return { "elk.partitioning.partition": String(index === -1 ? phases.length : index) };
}

/** Every place in a laid out box, relative to the container it is in. */
function positionsIn({ children = [] }: ElkNode): Graph["layout"] {
  return Object.assign({}, ...children.map((child) => ({ [child.id]: { x: child.x ?? 0, y: child.y ?? 0 }, ...positionsIn(child) })));
}
