import { planOf, type Graph } from "../../../../core/workflow/graph.ts";
import type { OpInput } from "../../../../core/workflow/op.ts";

/**
 * The ops that are still missing from what is written. Work that is written and that this plan doesn't know, because the
 * documents changed in between, is led to the check like all other work.
 */
export function completePlan(ops: readonly OpInput[], written: Graph): readonly OpInput[] {
  if (written.nodes.length === 0 && written.title === "") return ops;
  const nodeIds = new Set(written.nodes.map(({ id }) => id));
  const joined = new Set(written.edges.map(({ from, to }) => `${from} ${to}`));
  const plan: { [field: string]: unknown } = planOf(written);
  const missing = ops.filter((op) => {
    if (op.op === "node-add") return !nodeIds.has(op.node.id);
    if (op.op === "edge-add") return !joined.has(`${op.edge.from} ${op.edge.to}`);
    return op.op !== "plan-update" || op.changes.some(({ path: [field], value }) => JSON.stringify(plan[field ?? ""]) !== JSON.stringify(value));
  });
  const known = new Set(ops.flatMap((op) => (op.op === "node-add" ? [op.node.id] : [])));
  const strangers = written.nodes.filter(({ id, parent }) => !known.has(id) && parent === undefined && !written.edges.some(({ from }) => from === id));
  const check = ops.find((op) => op.op === "node-add" && op.node.kind === "verify");
  if (check?.op !== "node-add") return missing;
  const taken = new Set(written.edges.map(({ id }) => id));
  const free = renumbered(missing, taken);
  return [...free, ...strangers.map(({ id }, index): OpInput => ({ op: "edge-add", edge: { id: `from-earlier-${index + 1}`, from: id, to: check.node.id } }))];
}

/** Edges are numbered; one that is missing gets a number that nothing written has. */
function renumbered(ops: readonly OpInput[], taken: Set<string>): OpInput[] {
  return ops.map((op) => {
    if (op.op !== "edge-add" || !taken.has(op.edge.id)) return op;
    return { ...op, edge: { ...op.edge, id: `${op.edge.id}-more`.slice(0, 64) } };
  });
}
