import { z } from "zod";
import { briefSchema } from "../../../core/brief/brief.ts";
import { verdicts } from "../../../core/review/approval-statement.ts";
import { openedPartsSchema } from "../../../core/review/opened.ts";
import { waiverSchema } from "../../../core/review/waiver.ts";
import { searchQuerySchema } from "../../../core/sources/source-schema.ts";
import { lineSchema, verbatimSchema } from "../../../core/text/text-schema.ts";
import { nodeIdSchema } from "../../../core/workflow/field-schema.ts";
import { opSchema } from "../../../core/workflow/op.ts";
import { procedure, router } from "../trpc.ts";

const read = procedure("workflow-read");
const write = procedure("workflow-write");

const workflowIdSchema = z.object({ workflowId: z.uuid() });
const planIdSchema = z.object({ planId: z.uuid() });

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

const draftSchema = workflowIdSchema.extend({
  baseRevision: z.number().int().positive(),
  batches: z.array(z.array(opSchema).min(1).max(5_000)).max(5_000),
  /** Of the draft that the sender knows to be kept. */
  over: digestSchema.nullish(),
});

export const workflowsRouter = router({
  create: write
    .input(
      z.object({
        brief: briefSchema,
        title: lineSchema({ max: 120 }).nullish().transform((title) => title ?? null),
        /** Of the brief that this is the next version of. */
        briefId: z.uuid().nullish().transform((briefId) => briefId ?? null),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.createWorkflow(ctx.actor, input)),

  /** Every version of a brief, the newest first, with the workflows made from it. */
  briefVersions: read.input(z.object({ briefId: z.uuid() })).query(({ ctx, input }) => ctx.services.listBriefVersions(input.briefId)),

  list: read
    .input(
      z.object({
        before: z.date().nullish().transform((before) => before ?? null),
        limit: z.number().int().min(1).max(100).default(50),
        /** Words that title or question hold; empty for all. */
        query: searchQuerySchema.default(""),
      }),
    )
    .query(({ ctx, input }) => ctx.services.listWorkflows({ ...input, text: input.query.trim() })),

  get: read
    .input(workflowIdSchema)
    .query(({ ctx, input }) => ctx.services.describeWorkflow({ ...input, memberId: ctx.member.id })),

  planSoFar: read.input(planIdSchema).query(({ ctx, input }) => ctx.services.readPlan(input.planId)),

  cancelPlan: write.input(planIdSchema).mutation(({ ctx, input }) => ctx.services.cancelPlan(ctx.actor, input.planId)),

  resumePlan: write.input(planIdSchema).mutation(({ ctx, input }) => ctx.services.resumePlan(ctx.actor, input.planId)),

  keepPlan: write.input(planIdSchema).mutation(({ ctx, input }) => ctx.services.keepPlan(ctx.actor, input.planId)),

  saveDraft: write.input(draftSchema).mutation(({ ctx, input }) => ctx.services.saveDraft(ctx.member.id, input)),

  save: write.input(draftSchema).mutation(({ ctx, input }) => ctx.services.saveRevision(ctx.actor, input)),

  /** Says that the caller's page is open, at a node, or closes; answers who is there. */
  here: read
    .input(workflowIdSchema.extend({ tabId: z.uuid(), nodeId: nodeIdSchema.nullable(), isLeaving: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => ctx.services.markPresence(ctx.member, input)),

  /** One revision with its graph, for who compares. */
  revision: read
    .input(workflowIdSchema.extend({ number: z.number().int().positive() }))
    .query(({ ctx, input }) => ctx.services.findRevision(input.workflowId, input.number)),

  restore: write
    .input(workflowIdSchema.extend({ number: z.number().int().positive(), baseRevision: z.number().int().positive() }))
    .mutation(({ ctx, input }) => ctx.services.restoreRevision(ctx.actor, input)),

  decide: procedure("workflow-decide")
    .input(
      workflowIdSchema.extend({
        /** Of the manifest that is on the decider's screen. */
        manifestDigest: digestSchema,
        verdict: z.enum(verdicts),
        reason: verbatimSchema({ min: 0, max: 4_000 }),
        /** Errors that are accepted instead of fixed, each with its reason. */
        waivers: z.array(waiverSchema).max(100).default([]),
        opened: openedPartsSchema.prefault({}),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.decideRevision(ctx.actor, { ...input, role: ctx.member.role })),

  envelope: read
    .input(z.object({ decisionId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.findEnvelope(input.decisionId)),

  /** Briefs that fill in the form with one click. */
  examples: read.query(({ ctx }) => ctx.services.listExamples()),

  publicKey: read.query(({ ctx }) => ctx.services.publicKey()),
});
