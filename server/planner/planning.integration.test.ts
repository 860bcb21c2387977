import { describe, expect, onTestFinished, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { preflightRules, runPreflight } from "../../core/preflight/preflight.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import { freshServices } from "../../tests/setup/services.ts";
import type { Services } from "../services.ts";

const question = "What is the difference between reading a file whole and reading it as a stream?";

async function ask(services: Services, brief: BriefInput) {
  return services.createWorkflow(operator, { brief: briefSchema.parse(brief), title: null });
}

async function startPlanning(services: Services) {
  const worker = await services.startPlanning();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await worker.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { close };
}

function statusOf(services: Services, planId: string, status: PlanStatus) {
  return expect.poll(async () => (await services.readPlan(planId))?.status, { timeout: 20_000, interval: 50 }).toBe(status);
}

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
    expect(runPreflight(plan!.graph, description!.brief, preflightRules(() => 0)).findings).toEqual([]);
  });
});
