import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { operator } from "../../core/access/actor.ts";
import type { BriefInput } from "../../core/brief/brief.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import type { GraphInput } from "../../core/workflow/graph.ts";
import { approvedRun } from "../../tests/setup/approved-run.ts";
import { freshDatabase } from "../../tests/setup/database.ts";
import { createServices, type ServiceParts, type Services } from "../services.ts";
import { defineTool } from "../tools/tool.ts";

const echo = defineTool({
  name: "echo",
  description: "Answers with its input.",
  effects: "read-only",
  input: z.object({ value: z.json() }),
  execute: async ({ value }) => ({ ok: true, output: { value } }),
});

const brief: BriefInput = { question: "Does it run?", scope: { tools: ["echo", "flaky", "slow"] } };

async function worker(parts: ServiceParts = {}): Promise<{ services: Services; databaseUrl: string; run: (graph: GraphInput, own?: Partial<BriefInput>) => Promise<string> }> {
  const { url, drop } = await freshDatabase();
  const settings = { databaseUrl: url, secret: "a secret of at least thirty-two characters", publicOrigin: null, port: 3000 };
  const services = createServices(settings, { tools: [echo, ...(parts.tools ?? [])], executors: parts.executors });
  const work = await services.startWork();
  onTestFinished(async () => {
    await work.close();
    await services.close();
    await drop();
  });
  return { services, databaseUrl: url, run: (graph, own = {}) => approvedRun(services, url, { graph, brief: { ...brief, ...own } }) };
}

const stateOf = async (services: Services, runId: string) => (await services.describeRun(runId))!.state;
const until = (services: Services, runId: string, status: string) =>
  vi.waitFor(async () => expect((await stateOf(services, runId)).status).toBe(status), { timeout: 20_000, interval: 50 }).then(() => stateOf(services, runId));
const eventsOf = async (services: Services, runId: string): Promise<RunEvent[]> => (await services.readRunEvents(runId, 0, 5_000)).map(({ event }) => event);
const call = (id: string, value: string, more: object = {}) => ({ kind: "tool" as const, id, title: id, tool: "echo", arguments: { value }, ...more });

test("steps run in order with what was brought to them, and the run's result is its last step's", async () => {
  const { services, run } = await worker();
  const runId = await run({
    title: "Chain",
    nodes: [call("one", "'a'"), call("two", "inputs.one.value + 'b'"), call("never", "1"), call("three", "inputs.two.value + brief.question")],
    edges: [
      { id: "e1", from: "one", to: "two" },
      { id: "e2", from: "two", to: "three", when: "output.value == 'ab'" },
      { id: "e3", from: "two", to: "never", when: "output.value == 'x'" },
    ],
    reportNode: "three",
  });
  const state = await until(services, runId, "completed");
  expect(state.output).toEqual({ json: { value: "abDoes it run?" } });
  expect(state.stepsById.get("never")).toMatchObject({ status: "skipped", skipReason: "nothing-delivered" });
  const types = (await eventsOf(services, runId)).map((event) => ("stepId" in event ? `${event.type} ${event.stepId}` : event.type));
  expect(types).toEqual([
    "run-created", "driver-changed",
    "step-started one", "tool-called one", "step-completed one",
    "step-started two", "tool-called two", "step-completed two",
    "step-skipped never", "step-started three", "tool-called three", "step-completed three", "run-completed",
  ]);
});

test("a map runs its body for each item, keeps their order and what failed, and never drops what is too many", async () => {
  const { services, run } = await worker();
  const graph: GraphInput = {
    title: "Map",
    nodes: [
      { kind: "tool", id: "list", title: "List", tool: "echo", arguments: { value: "['c', 'a', 'b', 'bad']" } },
      { kind: "map", id: "each", title: "Each", items: "inputs.list.value", itemKey: "item", maxItems: 3, concurrency: 2 },
      { ...call("body", "item == 'bad' ? inputs.nothing : item + string(index)"), parent: "each" },
      call("after", "inputs.each.map(one, one.key)"),
    ],
    edges: [
      { id: "e1", from: "list", to: "each" },
      { id: "e2", from: "each", to: "after" },
    ],
    reportNode: "after",
  };
  const runId = await run(graph);
  const waiting = await until(services, runId, "waiting");
  const [open] = waiting.openWaits;
  expect(open?.wait).toEqual({ kind: "items-over-limit", stepId: "each", count: 4, maxItems: 3 });
  expect(await services.answerWait(operator, { runId, waitId: open!.waitId, action: "raise", value: 4, reason: "" })).toEqual({ ok: true });
  const state = await until(services, runId, "completed");
  expect(state.output).toEqual({ json: { value: ["c", "a", "b", "bad"] } });
  expect(state.stepsById.get("each")).toMatchObject({
    summary: "3 of 4 items",
    output: { json: [{ key: "c", status: "completed", value: { value: "c0" } }, { key: "a" }, { key: "b", value: { value: "b2" } }, { key: "bad", status: "failed", error: { code: "expression" } }] },
  });
});

test("a checkpoint holds the run without a process until somebody answers, and what they wrote goes on", async () => {
  const { services, run } = await worker();
  const runId = await run({
    title: "Ask",
    nodes: [call("one", "'draft'"), { kind: "checkpoint", id: "gate", title: "Look", asks: "Is it right?" }, call("two", "inputs.gate.value + '!'")],
    edges: [
      { id: "e1", from: "one", to: "gate" },
      { id: "e2", from: "gate", to: "two" },
    ],
  });
  const { openWaits } = await until(services, runId, "waiting");
  await vi.waitFor(async () => expect((await services.describeRun(runId))?.run.driverId).toBeNull());
  expect(openWaits).toMatchObject([{ wait: { kind: "checkpoint", asks: "Is it right?", shown: { json: { value: "draft" } } } }]);
  const answer = { runId, waitId: openWaits[0]!.waitId, reason: "" };
  expect(await services.answerWait(operator, { ...answer, action: "edit", value: { value: "final" } })).toEqual({ ok: true });
  expect(await services.answerWait(operator, { ...answer, action: "approve", value: null })).toEqual({ ok: false, reason: "over" });
  expect((await until(services, runId, "completed")).output).toEqual({ json: { value: "final!" } });
});
