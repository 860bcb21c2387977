import { z } from "zod";
import { procedure, router } from "../trpc.ts";

/** What models think of revisions. Their writing is canceled and resumed as that of plans is. */
export const critiquesRouter = router({
  /** The newest of a revision; null before anybody asked. */
  read: procedure("workflow-read")
    .input(z.object({ revisionId: z.uuid() }))
    .query(({ ctx, input }) => ctx.services.readCritique(input.revisionId)),

  ask: procedure("workflow-write")
    .input(z.object({ workflowId: z.uuid(), critiqueId: z.uuid(), revision: z.number().int().positive() }))
    .mutation(({ ctx, input }) => ctx.services.askForCritique(ctx.actor, input)),
});
