import { z } from "zod";
import { briefSchema } from "../brief/brief.ts";
import { pointRefSchema, pointSchema } from "../proposal/point.ts";
import { graphSchema, type Graph } from "../workflow/graph.ts";
import { planRequestSchema, type MendRequest } from "./plan-request.ts";

/** What a planner is asked that is to change a plan, as data like a {@link planRequestSchema}. */
export const reviseRequestSchema = z.object({
  task: z.literal("revise-plan"),
  brief: briefSchema,
  tools: planRequestSchema.shape.tools,
  collections: planRequestSchema.shape.collections,
  /** With the changes that are written already, where the writing was broken off. */
  plan: graphSchema,
  /** What is to be answered. */
  points: z.array(pointSchema),
  /** References of points that are answered already. */
  answered: z.array(pointRefSchema),
  /** The only nodes that may be changed or taken away; all of them where it is empty. */
  part: z.array(z.string()),
});

export type ReviseRequest = z.infer<typeof reviseRequestSchema>;

/** What is said to a planner once it is done: which of its changes were refused, to be put right. */
export interface MendProposal {
  task: "mend-proposal";
  refusals: MendRequest["refusals"];
  plan: Graph;
}
