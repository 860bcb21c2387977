import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { runPreflight } from "../../core/preflight/preflight.ts";
import { unknownSurroundings } from "../../core/preflight/surroundings.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { startWorkerProcess } from "../../tests/setup/worker-process.ts";
import { exampleBriefs } from "../actions/example-briefs.ts";
import { createServices, type Services } from "../services.ts";

const question = "What is the difference between reading a file whole and reading it as a stream?";
const secret = "a secret of at least thirty-two characters";

async function ask(services: Services, brief: BriefInput) {
  const created = await services.createWorkflow(operator, { brief: briefSchema.parse(brief), title: null, briefId: null });
  if (!created.ok) throw new Error(created.reason);
  return created;
}

async function startPlanning(services: Services) {
  const worker = await services.startWork();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await worker.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { close };
}

/** The same database seen by a process whose offline model takes its time. */
function slowServices(databaseUrl: string, offlinePaceMs: number): Services {
  const services = createServices({ databaseUrl, secret, publicOrigin: null, port: 3000, offlinePaceMs });
  onTestFinished(() => services.close());
  return services;
}

const patience = { timeout: 30_000, interval: 50 };

function statusOf(services: Services, planId: string, status: PlanStatus) {
  return expect.poll(async () => (await services.readPlan(planId))?.status, patience).toBe(status);
}

function nodesOf(services: Services, planId: string, least: number) {
  return expect.poll(async () => (await services.readPlan(planId))?.graph.nodes.length, patience).toBeGreaterThanOrEqual(least);
}

const surroundings = { ...unknownSurroundings, priceOf: () => 0 };

describe("planning", () => {
  test("a question becomes a log of ops, and the graph they make is revision 1", async () => {
    const { services } = await freshServices();
    await startPlanning(services);
    const { workflowId, planId } = await ask(services, { question, scope: { tools: ["search_sources"] } });
    await statusOf(services, planId, "finished");
    const plan = await services.readPlan(planId);
    const description = await services.describeWorkflow({ workflowId, memberId: null });
    expect(plan?.refused).toEqual([]);
    expect(description?.revision?.digest).toBe(digestGraph(plan!.graph));
    expect(description?.revision).toMatchObject({ number: 1, createdByName: "Countersign" });
    expect(runPreflight(plan!.graph, description!.brief, surroundings).findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("the example with planted weaknesses has its plan, and the ops its data declares after it", async () => {
    const { services } = await freshServices();
    await startPlanning(services);
    const example = exampleBriefs.find(({ id }) => id === "late-stream");
    for (const name of example!.brief.scope.collections) await services.createCollection(operator, { name });
    const { planId } = await ask(services, example!.brief);
    await statusOf(services, planId, "finished");
    const plan = await services.readPlan(planId);
    const report = runPreflight(plan!.graph, example!.brief, surroundings);
    expect(plan!.refused).toEqual([]);
    expect(new Set(report.findings.map(({ ruleId }) => ruleId)).size).toBeGreaterThanOrEqual(3);
  });

  test("canceling stops the writing and keeps what is there, and who resumes gets the same plan as without", async () => {
    const { services, databaseUrl } = await freshServices();
    const slow = slowServices(databaseUrl, 20);
    const worker = await startPlanning(slow);
    const { workflowId, planId } = await ask(services, { question });
    await nodesOf(services, planId, 2);
    expect(await services.cancelPlan(operator, planId)).toEqual({ ok: true });
    const canceled = await services.readPlan(planId);
    expect(canceled).toMatchObject({ status: "canceled" });
    expect(await services.describeWorkflow({ workflowId, memberId: null })).toMatchObject({ revision: null });
    await worker.close();
    expect(await services.readPlan(planId)).toEqual(canceled);

    await startPlanning(services);
    expect(await services.resumePlan(operator, planId)).toEqual({ ok: true });
    await statusOf(services, planId, "finished");
    const resumed = await services.readPlan(planId);
    expect(resumed!.refused).toEqual([]);
    const whole = await ask(services, { question });
    await statusOf(services, whole.planId, "finished");
    expect(digestGraph(resumed!.graph)).toBe(digestGraph((await services.readPlan(whole.planId))!.graph));
  });

  test("a worker that is asked to leave marks what it was writing, and it can be kept", async () => {
    const { services, databaseUrl } = await freshServices();
    const slow = slowServices(databaseUrl, 20);
    const worker = await startPlanning(slow);
    const { workflowId, planId } = await ask(services, { question });
    await nodesOf(services, planId, 1);
    await worker.close();
    expect(await services.readPlan(planId)).toMatchObject({ status: "interrupted", reason: "The worker that wrote it was stopped." });
    expect(await services.keepPlan(operator, planId)).toEqual({ ok: true });
    expect(await services.describeWorkflow({ workflowId, memberId: null })).toMatchObject({ revision: { number: 1 }, plan: { status: "kept" } });
  });

  test("a plan that was asked for while no worker ran is written when one comes, also when nobody put it in the queue", async () => {
    const { services, databaseUrl } = await freshServices();
    const unheard = slowServices(databaseUrl, 0);
    const queued = await ask(unheard, { question });
    const forgotten = await ask(unheard, { question });
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("DELETE FROM dbos.workflow_status WHERE deduplication_id = $1", [forgotten.planId]);
    await client.end();
    await startPlanning(services);
    await statusOf(services, queued.planId, "finished");
    await statusOf(services, forgotten.planId, "finished");
  });

  test("kill -9 in the middle of a plan: another worker marks it within seconds, and resuming finishes it", async () => {
    const { services, databaseUrl } = await freshServices();
    const child = await startWorkerProcess({ databaseUrl, secret, paceMs: 25 });
    const { planId } = await ask(services, { question });
    await nodesOf(services, planId, 2);
    child.kill("SIGKILL");
    const killedAt = performance.now();
    await startPlanning(services);
    await statusOf(services, planId, "interrupted");
    expect(performance.now() - killedAt).toBeLessThan(10_000);
    const interrupted = await services.readPlan(planId);
    expect(interrupted!.graph.nodes.length).toBeGreaterThanOrEqual(2);
    expect(await services.resumePlan(operator, planId)).toEqual({ ok: true });
    await statusOf(services, planId, "finished");
    const finished = await services.readPlan(planId);
    expect(finished!.refused).toEqual([]);
    expect(finished!.graph.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(interrupted!.graph.nodes.map(({ id }) => id)));
    expect(finished!.graph.reportNode).toBe("report");
  });

  test("two workers share what there is to write, and neither takes the other's plans for abandoned", async () => {
    const { services, databaseUrl } = await freshServices();
    await startWorkerProcess({ databaseUrl, secret, paceMs: 5 });
    await startPlanning(slowServices(databaseUrl, 5));
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask(services, { question })));
    for (const { planId } of asked) await statusOf(services, planId, "finished");
    const digests = await Promise.all(asked.map(async ({ planId }) => digestGraph((await services.readPlan(planId))!.graph)));
    expect(new Set(digests).size).toBe(1);
  });
});
