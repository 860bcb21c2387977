import type { z } from "zod";
import { firstIssue } from "../text/first-issue.ts";
import { edgeSchema } from "./edge.ts";
import { planOf, planSchema, type Graph } from "./graph.ts";
import { findDefectAfter, type GraphDefect } from "./graph-defect.ts";
import { nodeSchema } from "./node.ts";
import { opSchema, type FieldChange, type Op } from "./op.ts";
import { setField } from "./set-field.ts";

/** Why an op, and with it its whole batch, was not applied. */
export interface OpRefusal {
  code: "malformed" | "node-exists" | "node-missing" | "edge-exists" | "edge-missing" | "field-fixed" | "field-invalid" | GraphDefect["code"];
  /** Place in the batch. */
  index: number;
  message: string;
}

export type OpOutcome = { ok: true; graph: Graph } | { ok: false; refusal: OpRefusal };

/** Applies one op: the same function for model, person, quick fix, import and change at run time. */
export function applyOp(graph: Graph, op: Op): OpOutcome {
  return applyOps(graph, [op]);
}

/**
 * Applies a batch whole or not at all (SPEC F1). The graph given is left as it is.
 * @param graph a sound one: what it breaks already is found only where the ops touch it.
 * @param isWhole false for a part of a batch, after which the graph needn't be sound yet.
 * @param ops checked by {@link opSchema}; {@link parseOp} does for what comes from outside.
 */
export function applyOps(graph: Graph, ops: readonly Op[], { isWhole }: { isWhole: boolean } = { isWhole: true }): OpOutcome {
  let changed = graph;
  for (const [index, op] of ops.entries()) {
    const outcome = change(changed, op);
    if (!outcome.ok) return { ok: false, refusal: { ...outcome.refusal, index } };
    changed = outcome.graph;
  }
  const defect = isWhole ? findDefectAfter(ops, changed) : null;
  if (defect === null) return { ok: true, graph: changed };
  return { ok: false, refusal: { code: defect.code, index: ops.length - 1, message: defect.message } };
}

/** Checks one element from outside: it is an op, or a refusal that says what is wrong with it. */
export function parseOp(element: unknown): { ok: true; op: Op } | { ok: false; refusal: OpRefusal } {
  const parsed = opSchema.safeParse(element);
  if (parsed.success) return { ok: true, op: parsed.data };
  return { ok: false, refusal: { code: "malformed", index: 0, message: firstIssue(parsed.error) } };
}

type LocalOutcome = { ok: true; graph: Graph } | { ok: false; refusal: Omit<OpRefusal, "index"> };

function change(graph: Graph, op: Op): LocalOutcome {
  switch (op.op) {
    case "node-add":
      if (graph.nodes.some(({ id }) => id === op.node.id)) return refuse("node-exists", `There is a node "${op.node.id}" already.`);
      return { ok: true, graph: { ...graph, nodes: [...graph.nodes, op.node] } };
    case "node-remove":
      return replacePart(graph, "nodes", op.id, () => ({ ok: true, parts: [] }));
    case "node-update":
      return replacePart(graph, "nodes", op.id, (node) => updated(node, op.changes, nodeSchema, ["id", "kind"]));
    case "edge-add":
      if (graph.edges.some(({ id }) => id === op.edge.id)) return refuse("edge-exists", `There is an edge "${op.edge.id}" already.`);
      return { ok: true, graph: { ...graph, edges: [...graph.edges, op.edge] } };
    case "edge-remove":
      return replacePart(graph, "edges", op.id, () => ({ ok: true, parts: [] }));
    case "edge-update":
      return replacePart(graph, "edges", op.id, (edge) => updated(edge, op.changes, edgeSchema, ["id"]));
    case "plan-update": {
      const outcome = updated(planOf(graph), op.changes, planSchema, []);
      if (!outcome.ok) return outcome;
      const { format, nodes, edges, layout } = graph;
      return { ok: true, graph: Object.assign({ format, nodes, edges, layout }, ...outcome.parts) };
    }
    case "layout-update":
      return { ok: true, graph: { ...graph, layout: { ...graph.layout, ...op.positions } } };
  }
}

type PartOutcome<Part> = { ok: true; parts: Part[] } | { ok: false; refusal: Omit<OpRefusal, "index"> };

/** Puts what `replace` gives in the place of one node or edge. */
function replacePart<List extends "nodes" | "edges">(
  graph: Graph,
  list: List,
  id: string,
  replace: (part: Graph[List][number]) => PartOutcome<Graph[List][number]>,
): LocalOutcome {
  const parts: Graph[List][number][] = graph[list];
  const index = parts.findIndex((part) => part.id === id);
  const found = parts[index];
  if (found === undefined) {
    return list === "nodes" ? refuse("node-missing", `There is no node "${id}".`) : refuse("edge-missing", `There is no edge "${id}".`);
  }
  const outcome = replace(found);
  return outcome.ok ? { ok: true, graph: { ...graph, [list]: parts.toSpliced(index, 1, ...outcome.parts) } } : outcome;
}

function updated<Part extends object>(
  part: Part,
  changes: readonly FieldChange[],
  schema: z.ZodType<Part>,
  fixed: readonly string[],
): PartOutcome<Part> {
  const touched = changes.find(({ path: [field] }) => field !== undefined && fixed.includes(field));
  if (touched !== undefined) return refuse("field-fixed", `"${touched.path.join(".")}" can't be changed by an update.`);
  let fields = Object.fromEntries<unknown>(Object.entries(part));
  for (const one of changes) fields = setField(fields, one);
  const parsed = schema.safeParse(fields);
  return parsed.success ? { ok: true, parts: [parsed.data] } : refuse("field-invalid", firstIssue(parsed.error));
}

function refuse(code: OpRefusal["code"], message: string): { ok: false; refusal: Omit<OpRefusal, "index"> } {
  return { ok: false, refusal: { code, message } };
}
