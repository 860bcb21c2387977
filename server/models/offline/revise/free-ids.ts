import { freeId } from "../../../../core/workflow/free-name.ts";
import type { Graph } from "../../../../core/workflow/graph.ts";
import type { Op } from "../../../../core/workflow/op.ts";

/** Ops that add parts, under ids that nothing in the graph has: two fixes made apart may have chosen the same. */
export function withFreeIds(ops: readonly Op[], { nodes, edges }: Graph): Op[] {
  const nodeIds = new Map<string, string>();
  const taken = { nodes: [...nodes], edges: [...edges] };
  for (const op of ops) {
    if (op.op !== "node-add") continue;
    const id = freeId(taken.nodes, op.node.id);
    nodeIds.set(op.node.id, id);
    taken.nodes.push({ ...op.node, id });
  }
  const named = (id: string) => nodeIds.get(id) ?? id;
  return ops.map((op): Op => {
    if (op.op === "node-add") return { ...op, node: { ...op.node, id: named(op.node.id), ...(op.node.parent === undefined ? {} : { parent: named(op.node.parent) }) } };
    if (op.op === "edge-add") {
      const edge = { ...op.edge, id: freeId(taken.edges, op.edge.id), from: named(op.edge.from), to: named(op.edge.to) };
      taken.edges.push(edge);
      return { ...op, edge };
    }
    if (op.op !== "edge-update") return op;
    return { ...op, changes: op.changes.map((change) => (["from", "to"].includes(change.path[0] ?? "") && typeof change.value === "string" ? { ...change, value: named(change.value) } : change)) };
  });
}
