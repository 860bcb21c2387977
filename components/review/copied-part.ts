import { freeId, freeInput } from "../../core/preflight/fix.ts";
import type { Edge } from "../../core/workflow/edge.ts";
import { emptyGraph, type Graph } from "../../core/workflow/graph.ts";
import type { Node, NodeKind } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { newNode } from "./new-node.ts";

/** What is added, and the node that was meant. */
interface Addition {
  ops: Op[];
  nodeId: string;
}

/** A node with what is in it and the edges between, as a graph of its own: what travels over the clipboard. */
export function copyOf(nodeId: string, graph: Graph): Graph {
  const inside = new Set([nodeId]);
  for (let size = 0; size !== inside.size; ) {
    size = inside.size;
    for (const { id, parent } of graph.nodes) if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  const nodes = graph.nodes.filter(({ id }) => inside.has(id)).map((node) => (node.id === nodeId ? { ...node, parent: undefined } : node));
  const edges = graph.edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
  return { ...emptyGraph, phases: graph.phases.filter(({ id }) => nodes.some(({ phase }) => phase === id)), nodes, edges };
}

/** Adds copied nodes under ids that are free; a phase that the plan doesn't have is left out. Null when nothing was copied. */
export function additionOf(copied: Graph, into: Graph, parent?: string): Addition | null {
  const [root] = copied.nodes.filter((node) => node.parent === undefined);
  if (root === undefined) return null;
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
  return { ops: [...nodes.map((node): Op => ({ op: "node-add", node })), ...edges], nodeId: idOf(root.id) };
}

/** A node like another, with what is in it, beside it and with the same connections; null when there is no such node. */
export function duplicateOf(nodeId: string, graph: Graph): Addition | null {
  const copied = copyOf(nodeId, graph);
  const retitled = { ...copied, nodes: copied.nodes.map((node) => (node.id === nodeId ? { ...node, title: `${node.title.slice(0, 110)} (copy)` } : node)) };
  const addition = additionOf(retitled, graph, graph.nodes.find(({ id }) => id === nodeId)?.parent);
  if (addition === null) return null;
  const { nodeId: copyId, ops } = addition;
  const incoming = graph.edges.filter(({ from, to }) => to === nodeId && from !== nodeId).map((edge) => ({ ...edge, to: copyId }));
  const outgoing: Edge[] = [];
  for (const edge of graph.edges.filter(({ from, to }) => from === nodeId && to !== nodeId)) {
    outgoing.push({ ...edge, from: copyId, as: freeInput([...graph.edges, ...outgoing].filter(({ to }) => to === edge.to), copyId) });
  }
  const known = ops.flatMap((op) => (op.op === "edge-add" ? [op.edge] : []));
  return { nodeId: copyId, ops: [...ops, ...withFreeIds([...incoming, ...outgoing], { edges: [...graph.edges, ...known] })] };
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
  return { nodeId: node.id, ops: [{ op: "edge-remove", id: edgeId }, { op: "node-add", node }, ...withFreeIds([into, { ...plain, from: node.id }], others)] };
}

function withFreeIds(wanted: readonly Edge[], { edges }: Pick<Graph, "edges">): Op[] {
  const taken = [...edges];
  return wanted.map((edge): Op => {
    const named = { ...edge, id: freeId(taken, edge.id) };
    taken.push(named);
    return { op: "edge-add", edge: named };
  });
}
