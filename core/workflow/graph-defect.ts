import type { Edge } from "./edge.ts";
import type { Graph } from "./graph.ts";
import { isContainer, type Node } from "./node.ts";
import type { Op } from "./op.ts";

/** What doesn't hold between the parts of a graph: which rule of SPEC.md, where, in words. */
export interface GraphDefect {
  code:
    | "id-taken"
    | "parent-missing"
    | "parent-not-container"
    | "parent-cycle"
    | "phase-missing"
    | "edge-end-missing"
    | "edge-not-between-siblings"
    | "input-name-taken"
    | "report-node-missing";
  /** Id of the node or edge; null for the plan as a whole. */
  targetId: string | null;
  message: string;
}

type NodeOf = (id: string) => Node | undefined;

/** The first way in which a graph breaks F3 to F8; null for a sound one. */
export function findDefect(graph: Graph): GraphDefect | null {
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    duplicate(graph.nodes, "node") ??
    duplicate(graph.edges, "edge") ??
    duplicate(graph.phases, "phase") ??
    defectAmong(graph.nodes, { edges: graph.edges, besides: graph.edges }, graph, (id) => nodesById.get(id))
  );
}

/**
 * What {@link findDefect} finds in a graph that was sound before these ops made it what it is. Looks only where they can have
 * broken something, so that a plan written op by op doesn't cost more per op the longer it is.
 */
export function findDefectAfter(ops: readonly Op[], graph: Graph): GraphDefect | null {
  if (ops.some(mayBreakOthers)) return findDefect(graph);
  const nodeIds = new Set(ops.flatMap((op) => (op.op === "node-add" ? [op.node.id] : op.op === "node-update" ? [op.id] : [])));
  const edgeIds = new Set(ops.flatMap((op) => (op.op === "edge-add" ? [op.edge.id] : op.op === "edge-update" ? [op.id] : [])));
  const nodes = nodeIds.size === 0 ? [] : graph.nodes.filter(({ id }) => nodeIds.has(id));
  const edges = edgeIds.size === 0 ? [] : graph.edges.filter(({ id }) => edgeIds.has(id));
  const receivers = new Set(edges.map(({ to }) => to));
  const besides = edges.length === 0 ? [] : graph.edges.filter(({ to }) => receivers.has(to));
  return defectAmong(nodes, { edges, besides }, graph, (wanted) => graph.nodes.find(({ id }) => id === wanted));
}

/** Whether an op can break what it doesn't name: what is in a node or joined to it, or all that a phase holds. */
function mayBreakOthers(op: Op): boolean {
  if (op.op === "node-remove") return true;
  const field = op.op === "node-update" ? "parent" : op.op === "plan-update" ? "phases" : null;
  return field !== null && "changes" in op && op.changes.some(({ path }) => path[0] === field);
}

/** @param besides whatever brings inputs to where these edges do. */
function defectAmong(nodes: readonly Node[], { edges, besides }: { edges: readonly Edge[]; besides: readonly Edge[] }, graph: Graph, nodeOf: NodeOf): GraphDefect | null {
  return (
    first(nodes, (node) => nodeDefect(node, nodeOf, graph)) ?? first(edges, (edge) => edgeDefect(edge, nodeOf)) ?? inputNameDefect(besides) ?? reportDefect(graph, nodeOf)
  );
}

function duplicate(parts: readonly { id: string }[], noun: string): GraphDefect | null {
  const seen = new Set<string>();
  return first(parts, ({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return null;
    }
    return { code: "id-taken", targetId: id, message: `Two ${noun}s have the id "${id}".` };
  });
}

function nodeDefect(node: Node, nodeOf: NodeOf, graph: Graph): GraphDefect | null {
  const { id, title, phase } = node;
  if (phase !== undefined && !graph.phases.some((one) => one.id === phase)) {
    return { code: "phase-missing", targetId: id, message: `"${title}" is in the phase "${phase}", which the plan doesn't have.` };
  }
  const ancestors = new Set([id]);
  for (let child = node; child.parent !== undefined; ) {
    const parent = nodeOf(child.parent);
    if (parent === undefined) {
      return { code: "parent-missing", targetId: id, message: `"${title}" is inside "${child.parent}", which isn't there.` };
    }
    if (!isContainer(parent.kind)) {
      return { code: "parent-not-container", targetId: id, message: `"${title}" can't be inside "${parent.title}": only a map or a loop has a body.` };
    }
    if (ancestors.has(parent.id)) return { code: "parent-cycle", targetId: id, message: `"${title}" would be inside itself.` };
    ancestors.add(parent.id);
    child = parent;
  }
  return null;
}

function edgeDefect(edge: Edge, nodeOf: NodeOf): GraphDefect | null {
  const [from, to] = [nodeOf(edge.from), nodeOf(edge.to)];
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? edge.from : edge.to;
    return { code: "edge-end-missing", targetId: edge.id, message: `An edge leads from "${edge.from}" to "${edge.to}", but there is no node "${missing}".` };
  }
  if (from.parent === to.parent) return null;
  return {
    code: "edge-not-between-siblings",
    targetId: edge.id,
    message: `"${from.title}" and "${to.title}" are not in the same container: lead the edge to or from the container itself.`,
  };
}

function inputNameDefect(edges: readonly Edge[]): GraphDefect | null {
  const taken = new Set<string>();
  return first(edges, ({ id, to, as }) => {
    const key = `${to} ${as}`;
    if (taken.has(key)) {
      return { code: "input-name-taken", targetId: id, message: `"${to}" already receives an input named "${as}": give this one another name.` };
    }
    taken.add(key);
    return null;
  });
}

function reportDefect({ reportNode }: Graph, nodeOf: NodeOf): GraphDefect | null {
  if (reportNode === undefined) return null;
  const node = nodeOf(reportNode);
  if (node !== undefined && node.parent === undefined) return null;
  const message = node === undefined ? `The report is to come from "${reportNode}", which isn't there.` : `The report can't come from "${node.title}": it is inside a container.`;
  return { code: "report-node-missing", targetId: null, message };
}

function first<Part>(parts: readonly Part[], find: (part: Part) => GraphDefect | null): GraphDefect | null {
  for (const part of parts) {
    const defect = find(part);
    if (defect !== null) return defect;
  }
  return null;
}
