import { z } from "zod";
import { briefSchema } from "../brief/brief.ts";
import { graphSchema } from "../workflow/graph.ts";
import { planRequestSchema, type MendRequest } from "./plan-request.ts";

/** What is said already of a plan, by a rule or by the critic itself. */
const saidSchema = z.object({ on: z.string(), ruleId: z.string(), message: z.string() });

/** What a critic is asked, as data like a {@link planRequestSchema}. */
export const critiqueRequestSchema = z.object({
  task: z.literal("criticize-plan"),
  brief: briefSchema,
  tools: planRequestSchema.shape.tools,
  collections: planRequestSchema.shape.collections,
  plan: graphSchema,
  /** What the rules found. */
  findings: z.array(saidSchema),
  /** What the critic wrote before its writing was broken off. */
  written: z.array(saidSchema),
});

export type CritiqueRequest = z.infer<typeof critiqueRequestSchema>;

/** What is said to a critic once it is done: which of its lines were refused, to be put right. */
export interface MendCritique {
  task: "mend-critique";
  refusals: MendRequest["refusals"];
}
