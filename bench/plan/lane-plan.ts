import { opSchema, type Op } from "../../core/workflow/op.ts";

const lanes = ["read", "combine", "check", "report"];

/** A plan of so many nodes as ops in the order in which planners write: lane after lane, every node with its edge. */
export function lanePlan(count: number): Op[] {
  const laneOf = (index: number) => Math.min(lanes.length - 1, Math.floor((index * lanes.length) / count));
  const ops: unknown[] = [{ op: "plan-update", changes: [{ path: ["phases"], value: lanes.map((id) => ({ id, title: `Phase ${id}` })) }] }];
  const earlier: string[][] = lanes.map(() => []);
  for (let index = 0; index < count; index += 1) {
    const lane = laneOf(index);
    const id = `step-${index + 1}`;
    ops.push({ op: "node-add", node: { kind: "agent", id, title: `Step ${index + 1} of this plan`, phase: lanes[lane], maxTurns: 8, rationale: "It reads what nobody else reads." } });
    const before = earlier[lane - 1] ?? [];
    const from = before[index % Math.max(1, before.length)];
    if (from !== undefined) ops.push({ op: "edge-add", edge: { id: `edge-${index + 1}`, from, to: id } });
    earlier[lane]?.push(id);
  }
  return ops.map((op) => opSchema.parse(op));
}
