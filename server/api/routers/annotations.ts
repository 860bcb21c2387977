import { z } from "zod";
import { annotationTargetSchema } from "../../../core/annotation/annotation-target.ts";
import { remarkTextSchema } from "../../../core/annotation/annotation.ts";
import { procedure, router } from "../trpc.ts";

const read = procedure("workflow-read");
const write = procedure("annotation-write");

const annotationIdSchema = z.object({ annotationId: z.uuid() });
const saidSchema = annotationIdSchema.extend({ text: remarkTextSchema });

export const annotationsRouter = router({
  list: read.input(z.object({ workflowId: z.uuid() })).query(({ ctx, input }) => ctx.services.listAnnotations(input.workflowId)),

  /** Open threads, on any plan, that wait for whoever asks. */
  mine: read.query(({ ctx }) => ctx.services.listMyAnnotations(ctx.member.id)),

  add: write
    .input(
      saidSchema.extend({
        workflowId: z.uuid(),
        /** The revision on screen; null while the plan is being written. */
        revision: z.number().int().positive().nullish().transform((revision) => revision ?? null),
        target: annotationTargetSchema,
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.addAnnotation(ctx.actor, input)),

  answer: write.input(saidSchema.extend({ remarkId: z.uuid() })).mutation(({ ctx, input }) => ctx.services.answerAnnotation(ctx.actor, input)),

  /** Puts a remark of one's own otherwise; without a text, takes it back. */
  change: write
    .input(annotationIdSchema.extend({ remarkId: z.uuid(), text: remarkTextSchema.nullable() }))
    .mutation(({ ctx, input }) => ctx.services.changeRemark(ctx.actor, input)),

  resolve: write.input(annotationIdSchema.extend({ isResolved: z.boolean() })).mutation(({ ctx, input }) => ctx.services.resolveAnnotation(ctx.actor, input)),
});
