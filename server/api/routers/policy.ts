import { z } from "zod";
import { policySchema } from "../../../core/review/policy.ts";
import { procedure, router } from "../trpc.ts";

export const policyRouter = router({
  /** What is asked of every plan, by whom it was set, and the versions before. */
  get: procedure("workflow-read").query(({ ctx }) => ctx.services.describePolicy()),

  change: procedure("policy-manage")
    .input(z.object({ base: z.number().int().nonnegative(), content: policySchema }))
    .mutation(({ ctx, input }) => ctx.services.changePolicy(ctx.actor, input)),
});
