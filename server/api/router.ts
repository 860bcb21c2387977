import "server-only";
import { accountRouter } from "./routers/account.ts";
import { annotationsRouter } from "./routers/annotations.ts";
import { auditRouter } from "./routers/audit.ts";
import { critiquesRouter } from "./routers/critiques.ts";
import { evidenceRouter } from "./routers/evidence.ts";
import { linksRouter } from "./routers/links.ts";
import { liveRouter } from "./routers/live.ts";
import { membersRouter } from "./routers/members.ts";
import { modelsRouter } from "./routers/models.ts";
import { policyRouter } from "./routers/policy.ts";
import { proposalsRouter } from "./routers/proposals.ts";
import { runsRouter } from "./routers/runs.ts";
import { samplesRouter } from "./routers/samples.ts";
import { sessionRouter } from "./routers/session.ts";
import { sourcesRouter } from "./routers/sources.ts";
import { workflowsRouter } from "./routers/workflows.ts";
import { createCallerFactory, router } from "./trpc.ts";

/** Everything the browser can ask for. */
export const appRouter = router({
  account: accountRouter,
  annotations: annotationsRouter,
  audit: auditRouter,
  critiques: critiquesRouter,
  evidence: evidenceRouter,
  links: linksRouter,
  live: liveRouter,
  members: membersRouter,
  models: modelsRouter,
  policy: policyRouter,
  proposals: proposalsRouter,
  runs: runsRouter,
  samples: samplesRouter,
  session: sessionRouter,
  sources: sourcesRouter,
  workflows: workflowsRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
