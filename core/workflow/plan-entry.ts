import { z } from "zod";
import { jsonValueSchema } from "./json-value.ts";
import { opSchema } from "./op.ts";
import { planStatuses } from "./plan-status.ts";

const refusalSchema = z.object({ code: z.string(), index: z.number().int(), message: z.string() });

/** One entry of the log `plan:<id>`: what the planner wrote, in order, and how the writing stands. */
export const planEntrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("op"), op: opSchema }),
  /** An element that was no op, or that the graph refused; shown as it came. */
  z.object({ type: z.literal("refusal"), element: jsonValueSchema, refusal: refusalSchema }),
  z.object({ type: z.literal("status"), status: z.enum(planStatuses), reason: z.string().nullable() }),
]);

export type PlanEntry = z.infer<typeof planEntrySchema>;
