import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { operator } from "../../core/access/actor.ts";
import type { BriefInput } from "../../core/brief/brief.ts";
import type { CallEvent, RunEvent } from "../../core/run/run-event.ts";
import type { GraphInput } from "../../core/workflow/graph.ts";
import { approvedPlan, approvedRun } from "../../tests/setup/approved-run.ts";
import { createPrisma } from "../db/client.ts";
import { digestOf } from "../../core/text/digest.ts";
import { freshDatabase } from "../../tests/setup/database.ts";
import type { StepRun } from "./executors/executor.ts";
import { createServices, type ServiceParts, type Services } from "../services.ts";
import { defineTool } from "../tools/tool.ts";
import { forgetEnded } from "./queue-worker.ts";

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
const eventsOf = async (services: Services, runId: string): Promise<RunEvent[]> => (await services.readRunEvents({ runId, group: null, after: 0, limit: 5_000 })).map(({ event }) => event);
const agent = (id: string, more: object = {}) => ({ kind: "agent" as const, id, title: id, ...more });
const modelCalled = ({ stepId, attempt }: Pick<StepRun, "stepId" | "attempt">, tokens: number): CallEvent => ({
  type: "model-called", stepId, attempt, call: 1, role: "worker", model: "test:test", receipt: "0".repeat(64), answer: { json: "" },
  usage: { input: tokens, output: 0, cachedInput: 0, reasoning: 0 }, costMicroUsd: 0, finishReason: "stop", promptVersion: "1", durationMs: 0,
});
const call = (id: string, value: string, more: object = {}) => ({ kind: "tool" as const, id, title: id, tool: "echo", arguments: { value }, ...more });

test("steps run in order with what was brought to them by edges that hold (O1, O2), order alone brings nothing (O5), and the run's result is its last step's", async () => {
  const { services, run } = await worker();
  const runId = await run({
    title: "Chain",
    nodes: [call("one", "'a'"), call("two", "inputs.one.value + 'b'"), call("never", "1"), call("three", "has(inputs.one) ? 'brought' : inputs.two.value + brief.question")],
    edges: [
      { id: "e1", from: "one", to: "two" },
      { id: "e2", from: "two", to: "three", when: "output.value == 'ab'" },
      { id: "e3", from: "two", to: "never", when: "output.value == 'x'" },
      { id: "e4", from: "one", to: "three", kind: "order" },
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

test("a map runs its body for each item (C1), keeps their order and what failed (C6), and never drops what is too many (C3)", async () => {
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

test("what a map lists, of several ends by their names (C5), is stored once and reads as if it stood there whole", async () => {
  const { services, run, databaseUrl } = await worker();
  const runId = await run({
    title: "Large",
    nodes: [
      { kind: "map", id: "each", title: "Each", items: "['a', 'b', 'a long one']", itemKey: "item", maxItems: 3 },
      { ...call("small", "item"), parent: "each" },
      { ...call("large", `item + '${"0123456789".repeat(300)}'`), parent: "each" },
      call("count", "inputs.each.map(one, size(one.value.large.value))"),
    ],
    edges: [{ id: "e", from: "each", to: "count", when: "output[2].value.small.value == 'a long one'" }],
  });
  const state = await until(services, runId, "completed");
  expect(state.output).toEqual({ json: { value: [3001, 3001, 3010] } });
  const stored = state.stepsById.get("each")!.output as { digest: string; byteLength: number };
  const { value } = (await services.readRunContent({ runId, digest: stored.digest }))!;
  expect(digestOf(value)).toBe(stored.digest);
  expect(value).toMatchObject([{ key: "a", value: { small: { value: "a" } } }, {}, { key: "a long one", status: "completed" }]);
  const prisma = createPrisma(databaseUrl, 1);
  const row = await prisma.runContent.findUnique({ where: { runId_digest: { runId, digest: stored.digest } } });
  await prisma.$disconnect();
  expect(row!.text.length).toBeLessThan(stored.byteLength / 10);
});

test("a checkpoint holds the run without a process until somebody answers, and what they wrote goes on (C7)", async () => {
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

test("a checkpoint that nobody answers in time is rejected where its plan says so (E4), though no process held the run", async () => {
  const { services, run } = await worker();
  const runId = await run({ title: "Late", nodes: [{ kind: "checkpoint", id: "gate", title: "Look", timeoutMinutes: 0.03, onTimeout: "reject" }] });
  const state = await until(services, runId, "failed");
  expect(state.failure).toEqual({ stepId: "gate", message: "Countersign rejected it: Nobody answered within 0.03 minutes." });
});

test("what is sent back is done anew with the reason, and shown again (C7)", async () => {
  const heard: string[] = [];
  const { services, run } = await worker({
    executors: {
      agent: async ({ attempt, feedback }) => {
        heard.push(feedback);
        return { status: "completed", output: `draft ${attempt}`, summary: "" };
      },
    },
  });
  const runId = await run({
    title: "Back",
    nodes: [agent("write"), { kind: "join", id: "all", title: "All" }, { kind: "checkpoint", id: "gate", title: "Look" }],
    edges: [
      { id: "e1", from: "write", to: "all" },
      { id: "e2", from: "all", to: "gate" },
    ],
  });
  const first = await until(services, runId, "waiting");
  const answer = { runId, value: null };
  expect(await services.answerWait(operator, { ...answer, waitId: first.openWaits[0]!.waitId, action: "send-back", reason: "Shorter." })).toEqual({ ok: true });
  await vi.waitFor(async () => expect((await stateOf(services, runId)).openWaits[0]?.waitId).not.toBe(first.openWaits[0]!.waitId), { timeout: 10_000 });
  const second = await until(services, runId, "waiting");
  expect(second.openWaits[0]?.wait).toMatchObject({ shown: { json: { write: "draft 2" } } });
  await services.answerWait(operator, { ...answer, waitId: second.openWaits[0]!.waitId, action: "approve", reason: "" });
  expect((await until(services, runId, "completed")).output).toEqual({ json: { write: "draft 2" } });
  expect(heard).toEqual(["", "Shorter."]);
});

test("calls beside each other never pass a budget together: the run waits, and goes on when the limit is raised or what is there is enough (E5)", async () => {
  let spent = 0;
  let most = 0;
  const { services, run } = await worker({
    executors: {
      agent: async (step) => {
        const hold = await step.reserve({ role: "worker", tokens: 100_000 });
        spent += 100_000;
        most = Math.max(most, spent);
        await step.record([modelCalled(step, 100_000)]);
        hold.release();
        return { status: "completed", output: step.stepId, summary: "" };
      },
    },
  });
  const workers = ["a", "b", "c", "d", "e", "f"];
  const graph: GraphInput = { title: "Budget", nodes: [...workers.map((id) => agent(id, { output: { as: "text" } })), { kind: "join", id: "all", title: "All" }], edges: workers.map((id) => ({ id: `e-${id}`, from: id, to: "all" })) };
  const runId = await run(graph, { budget: { maxTokens: 250_000, maxParallel: 6 } });
  const waiting = await until(services, runId, "waiting");
  expect(waiting.openWaits.map(({ wait }) => wait)).toEqual([{ kind: "budget", stepId: null, limit: "tokens", used: 200_000, wanted: 100_000, allowed: 250_000 }]);
  expect(most).toBe(200_000);
  await services.answerWait(operator, { runId, waitId: waiting.openWaits[0]!.waitId, action: "raise", value: 450_000, reason: "" });
  await vi.waitFor(async () => expect((await stateOf(services, runId)).answeredWaits).toHaveLength(1));
  await vi.waitFor(async () => expect((await stateOf(services, runId)).openWaits).toHaveLength(1), { timeout: 10_000 });
  const again = await until(services, runId, "waiting");
  expect(most).toBe(400_000);
  await services.answerWait(operator, { runId, waitId: again.openWaits[0]!.waitId, action: "finish", value: null, reason: "Enough." });
  const state = await until(services, runId, "completed");
  expect([...state.stepsById.values()].filter(({ skipReason }) => skipReason === "finish")).toHaveLength(2);
  expect(Object.keys((state.output as { json: object }).json)).toHaveLength(4);
  expect(spent).toBe(400_000);
});

test("a pause lets nothing new begin, and a cancel aborts what is in flight", async () => {
  const aborted: string[] = [];
  const { services, run } = await worker({
    executors: {
      agent: ({ stepId, signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            aborted.push(stepId);
            reject(new Error("aborted"));
          });
        }),
    },
  });
  const chain: GraphInput = { title: "Stop", nodes: [call("one", "'a'"), agent("long")], edges: [{ id: "e", from: "one", to: "long" }] };
  const runId = await run(chain);
  await vi.waitFor(async () => expect((await stateOf(services, runId)).stepsById.get("long")?.status).toBe("running"), { timeout: 10_000 });
  expect(await services.pauseRun(operator, { runId })).toEqual({ ok: true });
  expect((await stateOf(services, runId)).status).toBe("running");
  expect(await services.cancelRun(operator, { runId, reason: "Enough." })).toEqual({ ok: true });
  const state = await until(services, runId, "canceled");
  await vi.waitFor(() => expect(aborted).toEqual(["long"]), { timeout: 10_000 });
  expect(state.stepsById.get("long")?.status).toBe("canceled");
  expect((await eventsOf(services, runId)).at(-1)).toMatchObject({ type: "run-canceled", by: { name: "operator" }, reason: "Enough." });
});

test("a failure is tried again as its node says, then asks or ends the run, and a person can have it tried anew, with what stands around it (E6)", async () => {
  let failures = 3;
  const { services, run } = await worker({
    executors: { agent: async () => (failures-- > 0 ? { status: "failed", code: "busy", message: "Busy.", isRetryable: true } : { status: "completed", output: 1, summary: "" }) },
  });
  const runId = await run({ title: "Retry", nodes: [{ kind: "map", id: "each", title: "Each", items: "['x']", maxItems: 1, onItemError: "fail" }, agent("a", { parent: "each", retry: { maxAttempts: 2, backoffMs: 10 } })] });
  const failed = await until(services, runId, "failed");
  expect(failed.stepsById.get("each[0]/a")).toMatchObject({ attempt: 2, status: "failed", error: { code: "busy" } });
  expect(failed.failure).toEqual({ stepId: "each", message: "One of the items failed: Busy." });
  expect(await services.retryStep(operator, { runId, stepId: "each", reason: "Once more." })).toEqual({ ok: true });
  const state = await until(services, runId, "completed");
  expect(state.stepsById.get("each[0]/a")).toMatchObject({ attempt: 4, status: "completed" });
});

test("what would run now is held against what was approved, at the start and whenever a run goes on", async () => {
  const changing = { ...echo, name: "slow" };
  const { services, run, databaseUrl } = await worker({ tools: [changing] });
  const graph: GraphInput = {
    title: "Changed",
    nodes: [{ ...call("one", "'a'"), tool: "slow" }, { kind: "checkpoint", id: "gate", title: "Look" }, { ...call("two", "'b'"), tool: "slow" }],
    edges: [
      { id: "e1", from: "one", to: "gate" },
      { id: "e2", from: "gate", to: "two" },
    ],
  };
  const runId = await run(graph);
  const answer = async (action: "approve" | "retry") => {
    const { openWaits } = await stateOf(services, runId);
    expect(await services.answerWait(operator, { runId, waitId: openWaits[0]!.waitId, action, value: null, reason: "" })).toEqual({ ok: true });
  };
  const untilAnotherAsks = async (answered: number) => {
    await vi.waitFor(async () => expect(await stateOf(services, runId)).toMatchObject({ status: "waiting", answeredWaits: { length: answered }, openWaits: [{ wait: { kind: "manifest-changed", differences: [expect.stringContaining("slow")] } }] }), { timeout: 20_000 });
  };
  await until(services, runId, "waiting");
  changing.description = "Sends its input elsewhere.";
  await answer("approve");
  await untilAnotherAsks(1);
  await answer("retry");
  await untilAnotherAsks(2);
  expect((await stateOf(services, runId)).stepsById.get("two")).toBeUndefined();
  const refused = await services.startRun(operator, await approvedPlan(services, databaseUrl, { graph, brief }).then((plan) => ((changing.description = "Something else again."), plan)));
  expect(refused).toMatchObject({ ok: false, reason: "changed", differences: [expect.stringContaining("slow")] });
  changing.description = echo.description;
  await answer("retry");
  expect((await until(services, runId, "completed")).output).toEqual({ json: { value: "b" } });
});

test("a worker that is asked to go on with a run it drives already leaves it alone", async () => {
  let leave: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (leave = resolve));
  const { services, run, databaseUrl } = await worker({ executors: { agent: () => held.then(() => ({ status: "completed", output: "done", summary: "" })) } });
  const prisma = createPrisma(databaseUrl, 1);
  onTestFinished(() => prisma.$disconnect());
  const runId = await run({ title: "Long", nodes: [agent("a", { output: { as: "text" } })] });
  await vi.waitFor(async () => expect((await stateOf(services, runId)).executing).toBe(1), { timeout: 10_000 });
  await services.pauseRun(operator, { runId });
  await services.continueRun(operator, { runId });
  // Each of the two was a word to the queue, and has been taken from it.
  await vi.waitFor(async () => expect(await prisma.$queryRaw`SELECT count(*)::int AS count FROM dbos.workflow_status WHERE status = 'SUCCESS'`).toEqual([{ count: 2 }]), { timeout: 10_000 });
  leave();
  await until(services, runId, "completed");
  const types = (await eventsOf(services, runId)).map(({ type }) => type);
  expect(types.filter((type) => type === "driver-changed" || type === "step-started")).toEqual(["driver-changed", "step-started"]);
});

test("the queue's own rows of what has ended are forgotten, and what waits or runs keeps its", async () => {
  let leave: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (leave = resolve));
  const { services, run, databaseUrl } = await worker({ executors: { agent: () => held.then(() => ({ status: "completed", output: 1, summary: "" })) } });
  const prisma = createPrisma(databaseUrl, 1);
  onTestFinished(() => prisma.$disconnect());
  const statuses = async () => (await prisma.$queryRaw<{ status: string }[]>`SELECT status FROM dbos.workflow_status ORDER BY status`).map(({ status }) => status);
  const ended = await run({ title: "Short", nodes: [call("one", "'a'")] });
  await until(services, ended, "completed");
  const running = await run({ title: "Long", nodes: [agent("a", { output: { as: "json", schema: {} } })] });
  await vi.waitFor(async () => expect(new Set(await statuses())).toEqual(new Set(["PENDING", "SUCCESS"])), { timeout: 10_000 });
  await forgetEnded(new Date(Date.now() - 60_000));
  expect(await statuses()).toContain("SUCCESS");
  // A word that came twice may end at any moment.
  const forgotten = async () => {
    await forgetEnded(new Date(Date.now() + 1_000));
    expect(await statuses()).toEqual(["PENDING"]);
  };
  await vi.waitFor(forgotten, { timeout: 10_000 });
  leave();
  await until(services, running, "completed");
});
