import { z } from "zod";
import { procedure, router } from "../trpc.ts";

export const runsRouter = router({
  /** Asked twice with one approval, it answers with the same run. */
  start: procedure("run-start")
    .input(z.object({ workflowId: z.uuid(), decisionId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.services.startRun(ctx.actor, input)),
});
