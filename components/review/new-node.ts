import type { Graph } from "../../core/workflow/graph.ts";
import { nodeSchema, type Node, type NodeInput, type NodeKind } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { cardSize } from "../../core/workflow/node-size.ts";
import type { LooseEnd } from "../canvas/graph-canvas.tsx";
import { kinds } from "../canvas/kind.ts";
import type { Addition } from "./copied-part.ts";

/** What a new node of a kind needs beyond its id and title. */
const starts: { [Kind in NodeKind]?: object } = {
  agent: { maxTurns: 12 },
  tool: { tool: { unknown: "not chosen yet" } },
  map: { items: { unknown: "not written yet" }, maxItems: 20 },
  loop: { until: { unknown: "not written yet" }, maxIterations: 3 },
};

/** Kinds that one can begin from nothing: a subworkflow needs a revision of the library, an opaque step its import. */
export const startableKinds = (Object.keys(kinds) as NodeKind[]).filter((kind) => kind !== "subworkflow" && kind !== "opaque");

/** A new node with an id that is free, in the phase and container of the selected one. */
export function newNode(kind: NodeKind, { nodes, phases }: Graph, selected: Node | undefined): Node {
  const phase = selected?.phase ?? (selected === undefined ? phases[0]?.id : undefined);
  const input = {
    ...starts[kind],
    id: freeId(kind, nodes),
    kind,
    title: `New ${kinds[kind].label.toLowerCase()}`,
    ...(phase === undefined ? {} : { phase }),
    ...(selected?.parent === undefined ? {} : { parent: selected.parent }),
  };
  return nodeSchema.parse(input satisfies Partial<NodeInput>);
}

/** A new node where a line was let go, joined to the node from which it was drawn. */
export function extensionOf({ nodeId, isSource, phase, place }: LooseEnd, kind: NodeKind, graph: Graph): Addition | null {
  const other = graph.nodes.find(({ id }) => id === nodeId);
  if (other === undefined) return null;
  // What is in a container is in the container's phase.
  const node = newNode(kind, graph, other.parent === undefined ? { ...other, phase } : other);
  const [from, to] = isSource ? [nodeId, node.id] : [node.id, nodeId];
  const edge = connectionOf(from, to, graph);
  // What is in a container is placed relative to it: it takes the next free place there.
  const isPlaced = other.parent === undefined;
  const at = { x: isSource ? place.x : place.x - cardSize.width, y: place.y - cardSize.height / 2 };
  return { nodeIds: [node.id], ops: [{ op: "node-add", node }, ...edge, ...(isPlaced ? [{ op: "layout-update", positions: { [node.id]: at } } satisfies Op] : [])] };
}

/** An edge between two nodes, with an id and an input name that are free. */
export function connectionOf(from: string, to: string, { edges }: Graph): Op[] {
  const taken = new Set(edges.filter((edge) => edge.to === to).map((edge) => edge.as));
  const plain = from.replaceAll("-", "_");
  const base = (/^\d/.test(plain) ? `_${plain}` : plain).slice(0, 60);
  return [{ op: "edge-add", edge: { id: freeId(`${from.slice(0, 28)}-to-${to.slice(0, 28)}`.replace(/-+$/, ""), edges), from, to, as: freeName(base, taken, "_"), kind: "data" } }];
}

function freeId(base: string, parts: readonly { id: string }[]): string {
  return freeName(base, new Set(parts.map(({ id }) => id)), "-");
}

function freeName(base: string, taken: ReadonlySet<string>, mark: string): string {
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}${mark}${count}`)) count += 1;
  return `${base}${mark}${count}`;
}
