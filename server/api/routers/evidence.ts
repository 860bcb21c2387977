import { z } from "zod";
import { procedure, router } from "../trpc.ts";

const ofRun = z.object({ runId: z.uuid() });

export const evidenceRouter = router({
  /** What the report and the audit of a run show; null when there is no such run. */
  get: procedure("run-read").input(ofRun).query(({ ctx, input }) => ctx.services.describeEvidence(input.runId)),

  /** The report as a file; null when there is no such run. */
  download: procedure("run-read")
    .input(ofRun.extend({ form: z.enum(["markdown", "html", "json", "otlp"]) }))
    .query(({ ctx, input }) => ctx.services.downloadReport(input)),

  auditAgain: procedure("run-control").input(ofRun).mutation(({ ctx, input }) => ctx.services.auditRun(ctx.actor, input)),
});
