import { operator } from "../../core/access/actor.ts";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { digestOf } from "../../core/text/digest.ts";
import { canonicalGraph } from "../../core/workflow/digest-graph.ts";
import { graphSchema, type GraphInput } from "../../core/workflow/graph.ts";
import { createPrisma } from "../../server/db/client.ts";
import { createStore } from "../../server/db/store.ts";
import type { Services } from "../../server/services.ts";

/** A plan that somebody has approved as it is, without a planner. */
export async function approvedPlan(services: Services, databaseUrl: string, { graph, brief }: { graph: GraphInput; brief: BriefInput }): Promise<{ workflowId: string; decisionId: string }> {
  const prisma = createPrisma(databaseUrl, 2);
  const content = briefSchema.parse(brief);
  const parsed = graphSchema.parse(graph);
  const { text, digest } = canonicalGraph(parsed);
  const workflowId = await createStore(prisma)
    .transaction(async (records) => {
      const author = { createdById: null, createdByName: "operator", now: new Date() };
      const version = await records.briefs.addVersion({ briefId: null, content, digest: digestOf(content), createdById: null, now: author.now });
      const workflow = await records.workflows.create({ title: parsed.title, briefVersionId: version.id, ...author });
      await records.revisions.create({ workflowId: workflow.id, number: 1, canonicalText: text, digest, layout: parsed.layout, ...author });
      return workflow.id;
    })
    .finally(() => prisma.$disconnect());
  const examined = (await services.describeWorkflow({ workflowId, memberId: null }))?.examined;
  const decided = await services.decideRevision(operator, { workflowId, manifestDigest: examined?.manifestDigest ?? "", verdict: "approved", reason: "" });
  if (!decided.ok) throw new Error(`The plan was not approved: ${decided.reason} ${JSON.stringify(examined?.report.findings)}`);
  return { workflowId, decisionId: decided.decisionId };
}

/** A run of such a plan, on its way. */
export async function approvedRun(services: Services, databaseUrl: string, plan: { graph: GraphInput; brief: BriefInput }): Promise<string> {
  const started = await services.startRun(operator, await approvedPlan(services, databaseUrl, plan));
  if (!started.ok) throw new Error(`The run was not started: ${started.reason}`);
  return started.runId;
}
