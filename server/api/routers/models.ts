import { procedure, router } from "../trpc.ts";

export const modelsRouter = router({
  /** Which model serves each role. */
  list: procedure("workflow-read").query(({ ctx }) => ctx.services.listModels()),
});
