import { edgeSchema } from "../../core/workflow/edge.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";
import { lanePlan } from "../plan/lane-plan.ts";

/** A plan of so many nodes and one and a half times as many edges, as ops in the order in which planners write. */
export function largePlan(nodeCount: number): Op[] {
  const ops = lanePlan(nodeCount);
  const edges = ops.flatMap((op) => (op.op === "edge-add" ? [op.edge] : []));
  const nodeIds = ops.flatMap((op) => (op.op === "node-add" ? [op.node.id] : []));
  const known = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  const wanted = Math.round(nodeCount * 1.5);
  for (let turn = 0; edges.length < wanted && turn < 10 * nodeCount; turn += 1) {
    const at = (turn * 7) % nodeIds.length;
    const [from, to] = [nodeIds[at], nodeIds[Math.min(nodeIds.length - 1, at + 1 + Math.floor(nodeIds.length / 4) + Math.floor(turn / nodeIds.length))]];
    if (from === undefined || to === undefined || from === to || known.has(`${from} ${to}`)) continue;
    known.add(`${from} ${to}`);
    const edge = edgeSchema.parse({ id: `further-${turn}`, from, to });
    edges.push(edge);
    ops.push(opSchema.parse({ op: "edge-add", edge }));
  }
  return ops;
}
