import { z } from "zod";
import { modelRoles } from "../../../core/workflow/model-role.ts";
import { procedure, router } from "../trpc.ts";

const read = procedure("workflow-read");

export const modelsRouter = router({
  /** Which model serves each role, and who chose it. */
  list: read.query(({ ctx }) => ctx.services.listModels()),

  /** Every model that can be chosen. */
  available: read.query(({ ctx }) => ctx.services.listAvailableModels()),

  choose: procedure("model-choose")
    .input(z.object({ role: z.enum(modelRoles), model: z.string().min(1).max(200).nullable() }))
    .mutation(({ ctx, input }) => ctx.services.chooseModel(ctx.actor, input)),
});
