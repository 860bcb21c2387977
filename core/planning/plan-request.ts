import { z } from "zod";
import { briefSchema } from "../brief/brief.ts";
import { graphSchema } from "../workflow/graph.ts";
import { jsonValueSchema } from "../workflow/json-value.ts";

/** A tool that the brief grants, as a planner is told of it. */
const offeredToolSchema = z.object({ name: z.string(), description: z.string(), effects: z.enum(["read-only", "writes"]) });

/** A collection that the brief grants. */
const offeredCollectionSchema = z.object({ name: z.string(), documentCount: z.number().int().nonnegative() });

/**
 * What a planner is asked, as data: one JSON text beside the instructions, so that nothing a person wrote can pass for
 * an instruction of ours.
 */
export const planRequestSchema = z.object({
  task: z.literal("write-plan"),
  brief: briefSchema,
  tools: z.array(offeredToolSchema),
  collections: z.array(offeredCollectionSchema),
  /** What is there already, of a plan whose writing was broken off. */
  written: graphSchema,
});

export type PlanRequest = z.infer<typeof planRequestSchema>;

/** What is said to a planner once it is done: what of its plan was refused, to be put right. */
export const mendRequestSchema = z.object({
  task: z.literal("mend-plan"),
  refusals: z.array(z.object({ element: jsonValueSchema, message: z.string() })),
  written: graphSchema,
});

export type MendRequest = z.infer<typeof mendRequestSchema>;
