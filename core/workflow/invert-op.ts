import { applyOps } from "./apply-op.ts";
import { planOf, type Graph } from "./graph.ts";
import type { JsonValue } from "./json-value.ts";
import type { FieldChange, Op } from "./op.ts";

/**
 * The batch that undoes a batch (SPEC F2).
 * @param before the graph that the batch was, or would be, applied to.
 * @throws RangeError when the batch doesn't apply to that graph.
 */
export function invertOps(before: Graph, ops: readonly Op[]): Op[] {
  const inverses: Op[] = [];
  let graph = before;
  for (const op of ops) {
    inverses.push(invertOne(graph, op));
    graph = applyLoosely(graph, op);
  }
  return inverses.toReversed();
}

/** Within a batch a graph may be unsound for a moment: only what one op itself needs is asked for. */
function applyLoosely(graph: Graph, op: Op): Graph {
  const outcome = applyOps(graph, [op], { isWhole: false });
  if (!outcome.ok) throw new RangeError(`Only what applies can be undone: ${outcome.refusal.message}`);
  return outcome.graph;
}

function invertOne(graph: Graph, op: Op): Op {
  switch (op.op) {
    case "node-add":
      return { op: "node-remove", id: op.node.id };
    case "node-remove":
      return { op: "node-add", node: found(graph.nodes, op.id) };
    case "node-update":
      return { op: "node-update", id: op.id, changes: restore(found(graph.nodes, op.id), op.changes) };
    case "edge-add":
      return { op: "edge-remove", id: op.edge.id };
    case "edge-remove":
      return { op: "edge-add", edge: found(graph.edges, op.id) };
    case "edge-update":
      return { op: "edge-update", id: op.id, changes: restore(found(graph.edges, op.id), op.changes) };
    case "plan-update":
      return { op: "plan-update", changes: restore(planOf(graph), op.changes) };
    case "layout-update": {
      const known = Object.keys(op.positions).flatMap((id) => (graph.layout[id] === undefined ? [] : [[id, graph.layout[id]] as const]));
      return { op: "layout-update", positions: Object.fromEntries(known) };
    }
  }
}

function found<Part extends { id: string }>(parts: readonly Part[], id: string): Part {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) throw new RangeError(`Only what applies can be undone: there is no "${id}".`);
  return part;
}

/** Puts whole fields back, not paths: a path into an object that wasn't there would leave an empty one behind. */
function restore(before: object, changes: readonly FieldChange[]): FieldChange[] {
  const values = before as Record<string, JsonValue | undefined>;
  const fields = new Set(changes.flatMap(({ path }) => path.slice(0, 1)));
  return [...fields].map((field) => (values[field] === undefined ? { path: [field] } : { path: [field], value: values[field] }));
}
