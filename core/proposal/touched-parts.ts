import { applyOps } from "../workflow/apply-op.ts";
import type { Edge } from "../workflow/edge.ts";
import type { Graph } from "../workflow/graph.ts";
import type { Op } from "../workflow/op.ts";

/** The parts of a graph that a batch has to do with, by names that {@link viewParts} reads. */
export interface TouchedParts {
  /** What must be there. */
  reads: Set<string>;
  writes: Set<string>;
  /** What it no longer holds on to: only then may that go. */
  frees: Set<string>;
  /** What is lost with what it takes away. */
  loses: Set<string>;
}

/**
 * Names what a batch touches, fine enough that two batches which share no name can be applied one without the other
 * (SPEC F3 to F8).
 * @throws RangeError when the batch doesn't apply to that graph.
 */
export function touchedBy(graph: Graph, ops: readonly Op[]): TouchedParts {
  const touched: TouchedParts = { reads: new Set(), writes: new Set(), frees: new Set(), loses: new Set() };
  let before = graph;
  for (const op of ops) {
    const outcome = applyOps(before, [op], { isWhole: false });
    if (!outcome.ok) throw new RangeError(`Only what applies touches anything: ${outcome.refusal.message}`);
    touch(touched, op, before, outcome.graph);
    before = outcome.graph;
  }
  return touched;
}

function touch({ reads, writes, frees, loses }: TouchedParts, op: Op, before: Graph, after: Graph): void {
  const node = (graph: Graph, id: string) => graph.nodes.find((one) => one.id === id);
  const edge = (graph: Graph, id: string) => graph.edges.find((one) => one.id === id);
  /** What a node needs of others, once it is as in `graph`. */
  const rest = (graph: Graph, id: string) => {
    const { phase, parent } = node(graph, id) ?? {};
    if (phase !== undefined) reads.add(`phase/${phase}`);
    for (let above = parent; above !== undefined && !reads.has(`node/${above}/parent`); above = node(graph, above)?.parent) {
      reads.add(`node/${above}`).add(`node/${above}/parent`);
    }
  };
  const release = (graph: Graph, id: string) => {
    const { phase, parent } = node(graph, id) ?? {};
    if (phase !== undefined) frees.add(`phase/${phase}`);
    if (parent !== undefined) frees.add(`node/${parent}`);
  };
  const attach = ({ from, to, as }: Edge) => {
    for (const end of [from, to]) reads.add(`node/${end}`).add(`node/${end}/parent`);
    writes.add(`input/${to}/${as}`);
  };
  const detach = ({ from, to, as }: Edge) => {
    for (const end of [from, to]) frees.add(`node/${end}`).add(`node/${end}/parent`);
    writes.add(`input/${to}/${as}`);
  };
  switch (op.op) {
    case "node-add":
      writes.add(`node/${op.node.id}`);
      return rest(after, op.node.id);
    case "node-remove":
      writes.add(`node/${op.id}`);
      for (const field of Object.keys(node(before, op.id) ?? {})) loses.add(`node/${op.id}/${field}`);
      return release(before, op.id);
    case "node-update":
      reads.add(`node/${op.id}`);
      for (const { path } of op.changes) writes.add(`node/${op.id}/${path[0] ?? ""}`);
      if (op.changes.some(({ path }) => path[0] === "phase" || path[0] === "parent")) {
        release(before, op.id);
        rest(after, op.id);
      }
      return;
    case "edge-add":
      writes.add(`edge/${op.edge.id}`);
      return attach(op.edge);
    case "edge-remove": {
      const gone = edge(before, op.id);
      writes.add(`edge/${op.id}`);
      for (const field of Object.keys(gone ?? {})) loses.add(`edge/${op.id}/${field}`);
      return gone === undefined ? undefined : detach(gone);
    }
    case "edge-update": {
      const [old, now] = [edge(before, op.id), edge(after, op.id)];
      reads.add(`edge/${op.id}`);
      for (const { path } of op.changes) writes.add(`edge/${op.id}/${path[0] ?? ""}`);
      if (old === undefined || now === undefined) return;
      if (old.from !== now.from || old.to !== now.to) writes.add(`edge/${op.id}`);
      detach(old);
      return attach(now);
    }
    case "plan-update":
      for (const { path } of op.changes) writes.add(`plan/${path[0] ?? ""}`);
      for (const id of differing(before, after)) writes.add(`phase/${id}`);
      if (before.reportNode !== undefined && before.reportNode !== after.reportNode) frees.add(`node/${before.reportNode}`).add(`node/${before.reportNode}/parent`);
      if (after.reportNode !== undefined) reads.add(`node/${after.reportNode}`).add(`node/${after.reportNode}/parent`);
      return;
    case "layout-update":
      return;
  }
}

/** Phases that only one of two graphs has. */
function differing(one: Graph, other: Graph): string[] {
  const [before, after] = [new Set(one.phases.map(({ id }) => id)), new Set(other.phases.map(({ id }) => id))];
  return [...[...before].filter((id) => !after.has(id)), ...[...after].filter((id) => !before.has(id))];
}

/** Reads parts of one graph by their names; undefined for what isn't there. */
export function viewParts(graph: Graph): (name: string) => unknown {
  const nodesById = new Map(graph.nodes.map((node) => [node.id, node]));
  const edgesById = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const edgesByInput = new Map(graph.edges.map(({ id, to, as }) => [`${to}/${as}`, id]));
  const phases = new Set(graph.phases.map(({ id }) => id));
  const fieldOf = (part: object | undefined, field: string): unknown => new Map<string, unknown>(Object.entries(part ?? {})).get(field);
  return (name) => {
    const [sort = "", id = "", field] = name.split("/");
    if (sort === "plan") return fieldOf(graph, id);
    if (sort === "phase") return phases.has(id) ? id : undefined;
    if (sort === "input") return edgesByInput.get(`${id}/${field ?? ""}`);
    if (sort === "node") return field === undefined ? nodesById.get(id)?.kind : fieldOf(nodesById.get(id), field);
    const edge = edgesById.get(id);
    if (field !== undefined) return fieldOf(edge, field);
    return edge === undefined ? undefined : `${edge.from} ${edge.to}`;
  };
}
