import { z } from "zod";
import { procedure, router } from "../trpc.ts";

export const samplesRouter = router({
  /** The samples that are there. */
  list: procedure("run-read").query(({ ctx }) => ctx.services.listSamples()),

  /** Takes one out of every list, for everybody. */
  remove: procedure("run-control")
    .input(z.object({ sampleId: z.string().max(100) }))
    .mutation(({ ctx, input }) => ctx.services.removeSample(ctx.actor, input)),
});
