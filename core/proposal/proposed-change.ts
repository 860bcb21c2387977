import { z } from "zod";
import { verbatimSchema } from "../text/text-schema.ts";
import type { Graph } from "../workflow/graph.ts";
import { opSchema, type Op } from "../workflow/op.ts";
import { pointRefSchema } from "./point.ts";

/** One change as a planner writes it: a batch that is taken whole or not at all, what it answers, and how. */
export const changeSchema = z.strictObject({
  answers: z.array(pointRefSchema).min(1).max(50),
  /** One sentence for the reviewer. */
  why: verbatimSchema({ min: 0, max: 1_000 }),
  ops: z.array(opSchema).min(1).max(200),
});

/** Words of a point that the planner could not turn into a change, and why not. */
export const unreadSchema = z.strictObject({
  unread: pointRefSchema,
  words: verbatimSchema({ min: 0, max: 4_000 }),
  why: verbatimSchema({ min: 0, max: 1_000 }),
});

export type Unread = z.infer<typeof unreadSchema>;

/** What a reviewer may say of a change; `open` takes back what was said before. */
export const rulings = ["accepted", "rejected", "open"] as const;

export type Ruling = (typeof rulings)[number];

/** A change of a proposal. */
export interface ProposedChange extends z.infer<typeof changeSchema> {
  /** From 1, in the order in which they were written. */
  number: number;
  /** What was said of it last, and by whom; null while it is open. */
  ruling: { said: Exclude<Ruling, "open">; byName: string } | null;
}

/** The nodes that an op sets or takes away; those that it adds are nobody's yet. */
export function nodesTouched(op: Op, graph: Graph): string[] {
  const ends = (id: string) => graph.edges.filter((edge) => edge.id === id).flatMap(({ from, to }) => [from, to]);
  if (op.op === "node-update" || op.op === "node-remove") return [op.id];
  if (op.op === "edge-add") return [op.edge.from, op.edge.to];
  return op.op === "edge-update" || op.op === "edge-remove" ? ends(op.id) : [];
}
