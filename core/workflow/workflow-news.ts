import { z } from "zod";
import { verdicts } from "../review/approval-statement.ts";

/** What may happen to a thread of remarks. */
const annotationChanges = ["added", "answered", "resolved", "reopened", "edited", "deleted"] as const;

/** One entry of the log `workflow:<id>`: who saved, decided or said what, so that every open page learns it at once. */
export const workflowNewsSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("save"), revision: z.number().int(), by: z.string() }),
  /** Nodes of the newest revision were moved; its digest stays. */
  z.object({ type: z.literal("layout"), revision: z.number().int(), by: z.string() }),
  z.object({ type: z.literal("decision"), revision: z.number().int(), verdict: z.enum(verdicts), by: z.string() }),
  /** A planner was asked to revise the plan, or is done with that. */
  z.object({ type: z.literal("proposal"), proposalId: z.string(), change: z.enum(["asked", "ended"]), by: z.string() }),
  /** A critic was asked what it thinks of the newest revision, or is done with that. */
  z.object({ type: z.literal("critique"), critiqueId: z.string(), change: z.enum(["asked", "ended"]), by: z.string() }),
  z.object({ type: z.literal("annotation"), annotationId: z.string(), change: z.enum(annotationChanges), targetName: z.string(), by: z.string() }),
]);

export type WorkflowNews = z.infer<typeof workflowNewsSchema>;
