import { freeId, freeInput } from "../../core/workflow/free-name.ts";
import type { Edge } from "../../core/workflow/edge.ts";
import { emptyGraph, type Graph } from "../../core/workflow/graph.ts";
import type { Node, NodeKind } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { newNode } from "./new-node.ts";
import { withBodies } from "../../core/workflow/with-bodies.ts";

/** What is added, and which of it stands for itself rather than in something else that is added. */
export interface Addition {
  ops: Op[];
  nodeIds: string[];
}

/** Some nodes with what is in them and the edges between, as a graph of its own: what travels over the clipboard. */
export function copyOf(nodeIds: Iterable<string>, graph: Graph): Graph {
  const inside = withBodies(nodeIds, graph.nodes);
  const nodes = graph.nodes
    .filter(({ id }) => inside.has(id))
    .map((node) => (node.parent === undefined || inside.has(node.parent) ? node : { ...node, parent: undefined }));
  const outer = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const edges = graph.edges.filter(({ from, to }) => inside.has(from) && inside.has(to) && outer.get(from) === outer.get(to));
  return { ...emptyGraph, phases: graph.phases.filter(({ id }) => nodes.some(({ phase }) => phase === id)), nodes, edges };
}

/** Adds copied nodes under ids that are free; a phase that the plan doesn't have is left out. Null when nothing was copied. */
export function additionOf(copied: Graph, into: Graph, parent?: string): Addition | null {
  const roots = copied.nodes.filter((node) => node.parent === undefined);
  if (roots.length === 0) return null;
  const taken = [...into.nodes];
  const idsByOld = new Map<string, string>();
  for (const node of copied.nodes) {
    const id = freeId(taken, node.id);
    idsByOld.set(node.id, id);
    taken.push({ ...node, id });
  }
  const idOf = (old: string) => idsByOld.get(old) ?? old;
  const nodes = copied.nodes.map((node): Node => {
    const phase = into.phases.some(({ id }) => id === node.phase) ? node.phase : undefined;
    return { ...node, id: idOf(node.id), phase, parent: node.parent === undefined ? parent : idOf(node.parent) };
  });
  const edges = withFreeIds(copied.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })), into);
  return { ops: [...nodes.map((node): Op => ({ op: "node-add", node })), ...edges], nodeIds: roots.map(({ id }) => idOf(id)) };
}

/** Nodes like others, with what is in them, beside them and with the same connections; null when there are no such nodes. */
export function duplicateOf(nodeIds: readonly string[], graph: Graph): Addition | null {
  const copied = copyOf(nodeIds, graph);
  const roots = new Set(copied.nodes.flatMap(({ id, parent }) => (parent === undefined ? [id] : [])));
  const copyIds = new Map<string, string>();
  const nodes: Node[] = [];
  for (const node of copied.nodes) {
    const id = freeId([...graph.nodes, ...nodes], node.id);
    copyIds.set(node.id, id);
    nodes.push({ ...node, id, ...(roots.has(node.id) ? { title: `${node.title.slice(0, 110)} (copy)` } : {}) });
  }
  if (nodes.length === 0) return null;
  const parents = new Map(graph.nodes.map(({ id, parent }) => [id, parent]));
  const placed = copied.nodes.map((node, index): Node => {
    const parent = roots.has(node.id) ? parents.get(node.id) : node.parent;
    return { ...(nodes[index] ?? node), parent: copyIds.get(parent ?? "") ?? parent };
  });
  const edges: Edge[] = [];
  for (const edge of graph.edges) {
    const [from, to] = [copyIds.get(edge.from), copyIds.get(edge.to)];
    if (from === undefined && to === undefined) continue;
    const receiver = to ?? edge.to;
    const as = to === undefined ? freeInput([...graph.edges, ...edges].filter((other) => other.to === receiver), from ?? edge.from) : edge.as;
    edges.push({ ...edge, from: from ?? edge.from, to: receiver, as });
  }
  return { ops: [...placed.map((node): Op => ({ op: "node-add", node })), ...withFreeIds(edges, graph)], nodeIds: [...roots].map((id) => copyIds.get(id) ?? id) };
}

/** A new node on an edge: it receives what the edge carried, under its condition, and hands on under the edge's name. */
export function insertionOn(edgeId: string, kind: NodeKind, graph: Graph): Addition | null {
  const edge = graph.edges.find(({ id }) => id === edgeId);
  const receiver = graph.nodes.find(({ id }) => id === edge?.to);
  if (edge === undefined || receiver === undefined) return null;
  const node = newNode(kind, graph, receiver);
  const { when, ...plain } = edge;
  const into: Edge = { ...plain, to: node.id, as: freeInput([], edge.from), ...(when === undefined ? {} : { when }) };
  const others = { edges: graph.edges.filter(({ id }) => id !== edgeId) };
  return { nodeIds: [node.id], ops: [{ op: "edge-remove", id: edgeId }, { op: "node-add", node }, ...withFreeIds([into, { ...plain, from: node.id }], others)] };
}

function withFreeIds(wanted: readonly Edge[], { edges }: Pick<Graph, "edges">): Op[] {
  const taken = [...edges];
  return wanted.map((edge): Op => {
    const named = { ...edge, id: freeId(taken, edge.id) };
    taken.push(named);
    return { op: "edge-add", edge: named };
  });
}
