import { operator } from "../../core/access/actor.ts";
import { createWorkflow } from "./create-workflow.ts";
import { decideRevision } from "./decide-revision.ts";
import { resumePlan } from "./end-plan.ts";
import { examineRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import { samples, type Sample } from "./sample-runs.ts";
import { startRun } from "./start-run.ts";

type SamplePorts = Pick<Ports, "store" | "now" | "planning" | "running" | "signer" | "models" | "tools">;

const reason = "A sample, made when this installation first started.";

/**
 * Does whatever is next for each sample: ask, approve, start. What is done is read from what is stored, so it may be
 * called at any moment, by several workers, and after any crash, and nothing happens twice.
 * @returns whether nothing is left to do.
 */
export async function makeSamples(ports: SamplePorts): Promise<boolean> {
  const models = Object.values(await ports.models.resolved());
  // A sample must cost nobody anything.
  if (models.some((model) => !model.startsWith("offline:"))) return true;
  return ports.store.transaction(async (records) => {
    // Each step commits by itself; this keeps another worker from taking the same one at the same moment.
    if (!(await records.workflows.lockSamples())) return false;
    const done: boolean[] = [];
    for (const sample of samples) done.push(await advance(ports, sample));
    return done.every(Boolean);
  });
}

async function advance(ports: SamplePorts, sample: Sample): Promise<boolean> {
  const { store } = ports;
  const workflow = await store.workflows.findSample(sample.id);
  if (workflow === null) {
    if (await areIndexed(ports, sample)) await createWorkflow(ports, operator, { brief: sample.brief, title: sample.title, briefId: null, sampleId: sample.id });
    return false;
  }
  if (workflow.removedAt !== null) return true;
  const [plan, revision, brief] = await Promise.all([
    store.plans.findNewest(workflow.id),
    store.revisions.findNewest(workflow.id),
    store.briefs.findVersion(workflow.briefVersionId),
  ]);
  if (revision === null || brief === null) {
    if (plan?.status === "interrupted") await resumePlan(ports, operator, plan.id);
    return plan?.status === "failed" || plan?.status === "canceled";
  }
  const decision = (await store.decisions.list(workflow.id)).at(-1);
  if (decision === undefined) {
    const { manifestDigest } = await examineRevision(ports, { revision, brief });
    const decided = await decideRevision(ports, operator, { workflowId: workflow.id, manifestDigest, verdict: "approved", reason });
    return !decided.ok && decided.reason === "errors";
  }
  // Somebody else decided on it: it is theirs now.
  if (decision.verdict !== "approved" || decision.reason !== reason) return true;
  if ((await store.runs.findByDecision(decision.id)) !== null) return true;
  const started = await startRun(ports, operator, { workflowId: workflow.id, decisionId: decision.id });
  return !started.ok;
}

async function areIndexed({ store }: SamplePorts, { brief }: Sample): Promise<boolean> {
  const collections = await Promise.all(brief.scope.collections.map((name) => store.collections.findByName(name)));
  return collections.every((collection) => collection !== null && collection.expected === null && collection.documentCount > 0);
}
