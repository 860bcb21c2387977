import { operator } from "../../core/access/actor.ts";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { canonicalManifest } from "../../core/review/manifest.ts";
import { digestOf } from "../../core/text/digest.ts";
import { canonicalGraph } from "../../core/workflow/digest-graph.ts";
import { graphSchema, type GraphInput } from "../../core/workflow/graph.ts";
import { createPrisma } from "../../server/db/client.ts";
import { createStore } from "../../server/db/store.ts";
import type { Services } from "../../server/services.ts";

/** A plan that counts as approved, whatever the checks say of it: tests are about what such plans do. */
export async function approvedPlan(services: Services, databaseUrl: string, { graph, brief }: { graph: GraphInput; brief: BriefInput }): Promise<{ workflowId: string; decisionId: string }> {
  const prisma = createPrisma(databaseUrl, 2);
  const store = createStore(prisma);
  const content = briefSchema.parse(brief);
  const parsed = graphSchema.parse(graph);
  const { text, digest } = canonicalGraph(parsed);
  const author = { createdById: null, createdByName: "operator", now: new Date() };
  try {
    const { workflowId, revisionId } = await store.transaction(async (records) => {
      const version = await records.briefs.addVersion({ briefId: null, content, digest: digestOf(content), createdById: null, now: author.now });
      const workflow = await records.workflows.create({ title: parsed.title, briefVersionId: version.id, ...author });
      const revision = await records.revisions.create({ workflowId: workflow.id, number: 1, canonicalText: text, digest, layout: parsed.layout, ...author });
      return { workflowId: workflow.id, revisionId: revision.id };
    });
    const examined = (await services.describeWorkflow({ workflowId, memberId: null }))?.examined;
    if (!examined) throw new Error("The plan could not be examined.");
    const { text: manifestText, digest: manifestDigest } = canonicalManifest(examined.manifest);
    const envelope = { payloadType: "application/vnd.in-toto+json", payload: "", signatures: [{ keyid: "none", sig: "AAAA" }] };
    const decision = { revisionId, verdict: "approved" as const, reason: "", manifestText, manifestDigest, envelope };
    return { workflowId, decisionId: await store.decisions.create({ ...decision, decidedById: null, decidedByName: operator.name, now: author.now }) };
  } finally {
    await prisma.$disconnect();
  }
}

/** A run of such a plan, on its way. */
export async function approvedRun(services: Services, databaseUrl: string, plan: { graph: GraphInput; brief: BriefInput }): Promise<string> {
  const started = await services.startRun(operator, await approvedPlan(services, databaseUrl, plan));
  if (!started.ok) throw new Error(`The run was not started: ${started.reason}`);
  return started.runId;
}
