import { expect, onTestFinished, test, vi } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { providerProtocols, type ProviderProtocol } from "../../core/models/provider.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import { modelRoles } from "../../core/workflow/model-role.ts";
import { approvedRun } from "../../tests/setup/approved-run.ts";
import { freshDatabase } from "../../tests/setup/database.ts";
import { dumpDatabase } from "../../tests/setup/dump-database.ts";
import { answeringWith, startModelServer, type Answering, type ModelServer, type WireFault } from "../../tests/setup/model-server.ts";
import { createOfflineModel } from "../models/offline/offline-model.ts";
import { createServices, type ServiceSettings, type Services } from "../services.ts";

const apiKey = "sk-canary-0123456789abcdefghij";
const offline = answeringWith(createOfflineModel({ paceMs: 0 }));
const patience = { tries: 3, backoffMs: 5, longestPauseMs: 1_000, firstPartMs: 20_000, betweenPartsMs: 500 };
const handbook = "# Filters\n\nThe paper filter of the pump lasts 3 months. The steel filter of the pump lasts 2 years.\n\n# Cleaning\n\nA steel filter is cleaned with hot water every week. A paper filter is never cleaned, only replaced.\n";
const brief: BriefInput = { question: "What is the difference between a paper filter and a steel filter?", scope: { tools: ["search_sources", "read_source"], collections: ["Handbook"] } };

interface House {
  services: Services;
  databaseUrl: string;
  server: ModelServer;
}

/** Services whose models are all behind providers on this machine, each role's behind another; `spare` is one more. */
async function houseOver(workerProtocol: ProviderProtocol, { answering = offline, models = {} }: { answering?: Answering; models?: ServiceSettings["models"] } = {}): Promise<House> {
  const server = await startModelServer(answering);
  const { url, drop } = await freshDatabase();
  const services = createServices(
    {
      databaseUrl: url,
      secret: "a secret of at least thirty-two characters",
      publicOrigin: null,
      port: 3000,
      models: { ...Object.fromEntries(modelRoles.map((role, at) => [role, `${providerProtocols[at % 4] ?? ""}-there:main`])), worker: `${workerProtocol}-there:main`, ...models },
      providers: [
        ...providerProtocols.map((protocol) => ({ name: `${protocol}-there`, protocol, baseUrl: server.baseUrl(protocol), apiKey })),
        { name: "spare", protocol: workerProtocol, baseUrl: server.baseUrl(workerProtocol), apiKey },
      ],
    },
    { patience },
  );
  const made = await services.createCollection(operator, { name: "Handbook" });
  if (!made.ok) throw new Error(made.reason);
  await services.uploadSource(operator, { collectionId: made.collectionId, path: "filters.md", text: handbook });
  const work = await services.startWork();
  onTestFinished(async () => {
    await work.close();
    await services.close();
    await drop();
  });
  return { services, databaseUrl: url, server };
}

const patiently = { timeout: 40_000, interval: 100 };

let made: Promise<Graph> | undefined;

/** The plan that the planner writes over the wire: once, because it is the same each time. */
function planned(house: House): Promise<Graph> {
  return (made ??= write(house));
}

async function write({ services }: House): Promise<Graph> {
  const created = await services.createWorkflow(operator, { brief: briefSchema.parse(brief), title: null, briefId: null });
  const planId = created.ok ? created.planId : "";
  await vi.waitFor(async () => expect((await services.readPlan(planId))?.status).toBe("finished"), patiently);
  const plan = await services.readPlan(planId);
  expect(plan?.refused).toEqual([]);
  return plan!.graph;
}

const stateOf = async (services: Services, runId: string) => (await services.describeRun(runId))!.state;
const eventsOf = async (services: Services, runId: string): Promise<RunEvent[]> => (await services.readRunEvents(runId, 0, 5_000)).map(({ event }) => event);

async function until(services: Services, runId: string, statuses: readonly RunStatus[]) {
  const state = await vi.waitFor(async () => {
    const now = await stateOf(services, runId);
    expect(["pending", "running"]).not.toContain(now.status);
    return now;
  }, patiently);
  expect(statuses, state.failure?.message).toContain(state.status);
  return state;
}

test("over four protocols a question becomes a plan, its run reads, checks and reports, and the key stays out of everything that is kept", async () => {
  const house = await houseOver("anthropic");
  const { services, server, databaseUrl } = house;
  server.switches.bytesPerWrite = 700;
  const graph = await planned(house);
  const runId = await approvedRun(services, databaseUrl, { graph, brief });
  await until(services, runId, ["completed"]);
  const events = await eventsOf(services, runId);
  const calls = events.filter((event) => event.type === "model-called");
  expect(new Set(calls.map(({ role, model, costMicroUsd }) => [role, model, costMicroUsd].join(" ")))).toEqual(
    new Set(["worker anthropic-there:main ", "verifier google-there:main ", "synthesizer openai-compatible-there:main "]),
  );
  expect(events.filter((event) => event.type === "tool-called" && event.outcome === "ok").length).toBeGreaterThan(0);
  expect(JSON.stringify(await services.readRunContent({ runId, digest: calls.at(-1)!.receipt }))).toContain("report@");
  const dump = await dumpDatabase(databaseUrl);
  expect(dump).toContain("The steel filter of the pump lasts 2 years");
  for (const form of [apiKey, Buffer.from(apiKey).toString("base64").slice(0, 20), Buffer.from(apiKey).toString("hex")]) expect(dump).not.toContain(form);
});

test("a refused key makes the run wait with the reason, nothing more of that role starts, and with another key it goes on from there", async () => {
  const house = await houseOver("openai-compatible");
  const { services, server, databaseUrl } = house;
  const graph = await planned(house);
  const refusal: WireFault = { status: 401, type: "invalid_api_key", message: `Incorrect key ${apiKey}` };
  server.faults.push(...Array.from({ length: 40 }, () => refusal));
  const runId = await approvedRun(services, databaseUrl, { graph, brief });
  const state = await until(services, runId, ["waiting"]);
  const [open] = state.openWaits;
  expect(open?.wait).toMatchObject({ kind: "provider", role: "worker", message: expect.stringContaining("refuses the key") as unknown });
  expect(JSON.stringify(await eventsOf(services, runId))).not.toContain(apiKey);
  const asked = server.requests.length;
  expect((await eventsOf(services, runId)).filter(({ type }) => type === "model-failed").length).toBeLessThanOrEqual(graph.nodes.length);

  server.faults.length = 0;
  expect(await services.answerWait(operator, { runId, waitId: open!.waitId, action: "retry", value: null, reason: "There is a new key." })).toEqual({ ok: true });
  await until(services, runId, ["completed"]);
  expect(server.requests.length).toBeGreaterThan(asked);
});

test("a fallback takes over where a model can't be used, and every call says which model answered and in whose place", async () => {
  const house = await houseOver("google", { models: { "worker fallback": "spare:small" } });
  const { services, server, databaseUrl } = house;
  const graph = await planned(house);
  server.faults.push({ status: 404, type: "not_found_error", message: "model: main" });
  const runId = await approvedRun(services, databaseUrl, { graph, brief });
  await until(services, runId, ["completed"]);
  const events = await eventsOf(services, runId);
  expect(events.filter((event) => event.type === "model-failed")).toMatchObject([{ role: "worker", model: "google-there:main", code: "model-unknown", usage: null }]);
  expect(events.filter((event) => event.type === "model-called" && event.insteadOf !== undefined)).toMatchObject([{ role: "worker", model: "spare:small", insteadOf: "google-there:main" }]);
});

test("wrong names and inputs of tools go back to the model, which may put them right", async () => {
  let turn = 0;
  const house = await houseOver("openai", {
    answering: (request, received) => {
      const isWorker = JSON.stringify(received.body).includes("You are one worker of a research run");
      if (isWorker) turn += 1;
      if (isWorker && turn === 1) {
        const usage = { input: 10, cached: 0, written: 0, output: 5, reasoning: 0 };
        return { text: "", calls: [{ toolName: "search_sources", input: { wrong: true } }, { toolName: "delete_everything", input: {} }, { toolName: "search_sources", input: null, rawInput: '{"query": "fil' }], usage };
      }
      return offline(request, received);
    },
  });
  const { services, server, databaseUrl } = house;
  const graph = await planned(house);
  const runId = await approvedRun(services, databaseUrl, { graph, brief });
  await until(services, runId, ["completed"]);
  const refused = (await eventsOf(services, runId)).filter((event) => event.type === "tool-called" && event.outcome !== "ok");
  expect(refused).toMatchObject([{ tool: "search_sources", outcome: "bad-input" }, { tool: "delete_everything", outcome: "not-granted" }, { tool: "search_sources", outcome: "bad-input" }]);
  const second = server.requests.map(({ body }) => JSON.stringify(body)).find((body) => body.includes("delete_everything"));
  expect(second).toContain("refused");
});

test("ten runs through a bad day end or wait with a reason, count every token once, and pass no budget", async () => {
  const house = await houseOver("openai-compatible");
  const { services, server, databaseUrl } = house;
  const graph = await planned(house);
  const faults: WireFault[] = [
    { status: 429, type: "rate_limit_error", message: "Slow down.", headers: { "retry-after-ms": "30" } },
    { status: 500, type: "server_error", message: "Oops." },
    { status: 503, type: "", message: "", body: "<html>" },
    { reset: true },
    { cutAfter: 3 },
    { cutAfter: 0 },
    { errorAfter: 3, message: "Overloaded." },
    { garbageAfter: 3 },
    { status: 429, type: "insufficient_quota", message: "insufficient_quota" },
    { status: 401, type: "invalid_api_key", message: `Bad key ${apiKey}` },
  ];
  // Of any two requests about one goes wrong, by a rule instead of chance: a failing test fails again.
  let request = 0;
  const next = server.faults.shift.bind(server.faults);
  server.faults.shift = () => {
    request += 1;
    return next() ?? ((request * 7) % 13 < 6 ? faults[(request * 5) % faults.length] : undefined);
  };
  const runIds = [];
  for (let run = 0; run < 10; run += 1) runIds.push(await approvedRun(services, databaseUrl, { graph, brief }));
  for (const runId of runIds) {
    const state = await until(services, runId, ["completed", "waiting", "failed"]);
    const events = await eventsOf(services, runId);
    const reasons = [...state.openWaits.map(({ wait }) => ("message" in wait ? wait.message : wait.kind)), ...(state.failure === null ? [] : [state.failure.message])];
    expect(state.status === "completed" || reasons.some((reason) => reason !== "")).toBe(true);
    const spent = events.flatMap((event) => ((event.type === "model-called" || event.type === "model-failed") && event.usage !== null ? [event.usage.input + event.usage.output] : []));
    expect(state.spending.usage.input + state.spending.usage.output).toBe(spent.reduce((sum, tokens) => sum + tokens, 0));
    expect(state.spending.usage.input + state.spending.usage.output).toBeLessThanOrEqual(briefSchema.parse(brief).budget.maxTokens);
    const completed = events.flatMap((event) => (event.type === "step-completed" ? [event.stepId] : []));
    expect(new Set(completed).size).toBe(completed.length);
  }
  expect(request).toBeGreaterThan(20);
  expect(await dumpDatabase(databaseUrl)).not.toContain(apiKey);
});
