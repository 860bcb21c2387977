import { z } from "zod";
import { auditResultSchema } from "../../../core/evidence/audit-finding.ts";
import { eventGroupNames } from "../../../core/run/event-group.ts";
import { runStatuses } from "../../../core/run/run-status.ts";
import { waitActions } from "../../../core/run/wait.ts";
import { searchQuerySchema } from "../../../core/sources/source-schema.ts";
import { verbatimSchema } from "../../../core/text/text-schema.ts";
import { jsonValueSchema } from "../../../core/workflow/json-value.ts";
import { procedure, router } from "../trpc.ts";

const read = procedure("run-read");

const control = procedure("run-control");
const reasonSchema = verbatimSchema({ min: 0, max: 4_000 });

const runIdSchema = z.object({ runId: z.uuid() });
const stepIdSchema = z.string().min(1).max(2_000);

export const runsRouter = router({
  list: read
    .input(
      z.object({
        search: searchQuerySchema.default(""),
        statuses: z.array(z.enum(runStatuses)).max(runStatuses.length).default([]),
        auditResults: z.array(auditResultSchema).max(4).default([]),
        isWaiting: z.boolean().default(false),
        startedById: z.uuid().nullish().transform((id) => id ?? null),
        workflowId: z.uuid().nullish().transform((id) => id ?? null),
        startedAfter: z.date().nullish().transform((date) => date ?? null),
        /** Micro-USD. */
        minCost: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).nullish().transform((cost) => cost ?? null),
        sort: z.enum(["started", "cost", "tokens"]).default("started"),
        isAscending: z.boolean().default(false),
        after: z.object({ key: z.number().int().min(-1).max(8_640_000_000_000_000), id: z.uuid() }).nullish().transform((after) => after ?? null),
        limit: z.number().int().min(1).max(100).default(50),
      }),
    )
    .query(({ ctx, input }) => ctx.services.listRuns(input)),

  /** What waits for somebody, and what failed of the member's own. */
  inNeed: read.query(({ ctx }) => ctx.services.listRunsInNeed({ memberId: ctx.member.id })),

  get: read.input(runIdSchema).query(({ ctx, input }) => ctx.services.describePackedRun(input.runId)),

  /** Entries after a sequence, in order; of one group where one is named. */
  events: read
    .input(runIdSchema.extend({ group: z.enum(eventGroupNames).nullable().default(null), after: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) }))
    .query(({ ctx, input }) => ctx.services.readRunEvents(input)),

  stepEvents: read.input(runIdSchema.extend({ stepId: stepIdSchema })).query(({ ctx, input }) => ctx.services.readStepHistory(input)),

  content: read
    .input(runIdSchema.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) }))
    .query(({ ctx, input }) => ctx.services.readRunContent(input)),

  /** Asked twice with one approval, it answers with the same run. */
  start: procedure("run-start")
    .input(z.object({ workflowId: z.uuid(), decisionId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.startRun(ctx.actor, input)),

  pause: control.input(runIdSchema).mutation(({ ctx, input }) => ctx.services.pauseRun(ctx.actor, input)),

  continue: control.input(runIdSchema).mutation(({ ctx, input }) => ctx.services.continueRun(ctx.actor, input)),

  cancel: control.input(runIdSchema.extend({ reason: reasonSchema })).mutation(({ ctx, input }) => ctx.services.cancelRun(ctx.actor, input)),

  acknowledge: control.input(runIdSchema).mutation(({ ctx, input }) => ctx.services.acknowledgeRun(ctx.actor, input)),

  retryStep: control
    .input(runIdSchema.extend({ stepId: stepIdSchema, reason: reasonSchema }))
    .mutation(({ ctx, input }) => ctx.services.retryStep(ctx.actor, input)),

  answer: procedure("run-answer")
    .input(runIdSchema.extend({ waitId: z.string().min(1).max(2_000), action: z.enum(Object.values(waitActions).flat()), value: jsonValueSchema, reason: reasonSchema }))
    .mutation(({ ctx, input }) => ctx.services.answerWait(ctx.actor, input)),
});
