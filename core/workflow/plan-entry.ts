import { z } from "zod";
import { noOpinionSchema, opinionSchema } from "../critique/opinion.ts";
import { changeSchema, rulings, unreadSchema } from "../proposal/proposed-change.ts";
import { answeredCall, failedCall } from "../models/model-call.ts";
import { jsonValueSchema } from "./json-value.ts";
import { nodeKinds } from "./node.ts";
import { opSchema } from "./op.ts";
import { planStatuses } from "./plan-status.ts";

/** What is known of a node while its op is still being written; nothing of it is applied. */
export const ghostSchema = z.object({
  kind: z.enum(nodeKinds),
  title: z.string().max(300),
  phase: z.string().max(200).optional(),
  parent: z.string().max(200).optional(),
});

export type Ghost = z.infer<typeof ghostSchema>;

const refusalSchema = z.object({ code: z.string(), index: z.number().int(), message: z.string() });

/** One entry of the log `plan:<id>`: what the planner wrote, a plan, a proposal to one or an opinion of one, in order, and how the writing stands. */
export const planEntrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("op"), op: opSchema }),
  /** The planner has begun to write a node: shown until the next op, refusal or status. */
  z.object({ type: z.literal("ghost"), node: ghostSchema }),
  /** An element that was no op, or that the graph refused; shown as it came. */
  z.object({ type: z.literal("refusal"), element: jsonValueSchema, refusal: refusalSchema }),
  /** One call of the planner's model, with what it took. */
  z.object({ type: z.literal("model-called"), ...answeredCall }),
  z.object({ type: z.literal("model-failed"), ...failedCall }),
  /** Of a proposal: a change to a plan, what the planner could not read, what a reviewer said of changes. */
  z.object({ type: z.literal("change"), change: changeSchema }),
  z.object({ type: z.literal("unread"), unread: unreadSchema }),
  z.object({ type: z.literal("ruling"), numbers: z.array(z.number().int().positive()).min(1), said: z.enum(rulings), byName: z.string() }),
  /** Of a critique: what a model thinks of a plan, or that it has nothing to add, in its words. */
  z.object({ type: z.literal("opinion"), opinion: opinionSchema }),
  z.object({ type: z.literal("no-opinion"), why: noOpinionSchema.shape.nothing }),
  z.object({ type: z.literal("status"), status: z.enum(planStatuses), reason: z.string().nullable() }),
]);

export type PlanEntry = z.infer<typeof planEntrySchema>;
export type PlanCall = Extract<PlanEntry, { type: "model-called" | "model-failed" }>;
