import { inspect } from "node:util";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import superjson from "superjson";
import { expect, onTestFinished, test, vi } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import { providerProtocols, type ProviderProtocol } from "../../core/models/provider.ts";
import type { Glimpse } from "../../core/log/glimpse.ts";
import { wordsSoFarSchema } from "../../core/run/words-so-far.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import type { RunStatus } from "../../core/run/run-status.ts";
import { modelRoles } from "../../core/workflow/model-role.ts";
import { propertyDraw } from "../../scripts/property-draw.mjs";
import { contextWith, moveInFirst } from "../../tests/access/small-house.ts";
import { drawFrom } from "../../tests/browser/seeded-draw.ts";
import { approvedRun } from "../../tests/setup/approved-run.ts";
import { canariesIn, canaryKey } from "../../tests/setup/canary.ts";
import { freshDatabase } from "../../tests/setup/database.ts";
import { dumpDatabase } from "../../tests/setup/dump-database.ts";
import { answeringWith, saying, type Answering, type ModelServer, type WireFault } from "../../tests/setup/model-server.ts";
import { startModelServer } from "../../tests/setup/own-model-server.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import { appRouter } from "../api/router.ts";
import { createOfflineModel } from "../models/offline/offline-model.ts";
import { createServices, type ServiceParts, type ServiceSettings, type Services } from "../services.ts";

const offline = answeringWith(createOfflineModel({ paceMs: 0 }));
const patience = { tries: 3, backoffMs: 5, longestPauseMs: 1_000, firstPartMs: 20_000, betweenPartsMs: 5_000 };
const handbook = "# Filters\n\nThe paper filter of the pump lasts 3 months. The steel filter of the pump lasts 2 years.\n\n# Cleaning\n\nA steel filter is cleaned with hot water every week. A paper filter is never cleaned, only replaced.\n";
const tools = ["search_sources", "read_source"];
const brief: BriefInput = { question: "What is the difference between a paper filter and a steel filter?", scope: { tools, collections: ["Handbook"] } };
const plan = { graph: soundGraph({ covers: [], tools }), brief };
const price = { inputMicroUsd: 3_000_000, cachedInputMicroUsd: 300_000, cacheWriteMicroUsd: 3_750_000, outputMicroUsd: 15_000_000, asOf: "2026-11-01", source: "Made up for this test" };

interface House {
  services: Services;
  databaseUrl: string;
  server: ModelServer;
  /** What was printed so far. */
  printed(): string;
}

interface HouseParts extends Pick<ServiceParts, "executors"> {
  answering?: Answering;
  models?: ServiceSettings["models"];
}

/** Services whose models are all behind providers on this machine, each role's behind another; `spare` is one more. */
async function houseOver(workerProtocol: ProviderProtocol, { answering = offline, models = {}, executors = {} }: HouseParts = {}): Promise<House> {
  const print = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => print.mockRestore());
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
        ...providerProtocols.map((protocol) => ({ name: `${protocol}-there`, protocol, baseUrl: server.baseUrl(protocol), apiKey: canaryKey })),
        { name: "spare", protocol: workerProtocol, baseUrl: server.baseUrl(workerProtocol), apiKey: canaryKey },
      ],
    },
    { patience, executors },
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
  return { services, databaseUrl: url, server, printed: () => inspect(print.mock.calls, { depth: 20, maxStringLength: null }) };
}

const patiently = { timeout: 40_000, interval: 50 };

const stateOf = async (services: Services, runId: string) => (await services.describeRun(runId))!.state;
const eventsOf = async (services: Services, runId: string): Promise<RunEvent[]> => (await services.readRunEvents({ runId, group: null, after: 0, limit: 5_000 })).map(({ event }) => event);

async function until(services: Services, runId: string, statuses: readonly RunStatus[]) {
  const state = await vi.waitFor(async () => {
    const now = await stateOf(services, runId);
    expect(["pending", "running"]).not.toContain(now.status);
    return now;
  }, patiently);
  expect(statuses, state.failure?.message).toContain(state.status);
  return state;
}

/** Everything that people and other programs can get of a run and of what is stored and printed around it. */
async function everythingOf({ services, databaseUrl, printed }: House, runIds: readonly string[]): Promise<string> {
  const exports = await Promise.all(runIds.flatMap((runId) => [services.exportRun(runId), services.describeRun(runId), services.downloadReport({ runId, form: "html" })]));
  return [await dumpDatabase(databaseUrl), JSON.stringify(exports), printed()].join("\n");
}

test("over four protocols a question becomes a plan, its run reads, checks and reports, and the key stays out of everything that is kept", async () => {
  const house = await houseOver("anthropic");
  const { services, server, databaseUrl } = house;
  server.switches.bytesPerWrite = 700;
  const created = await services.createWorkflow(operator, { brief: briefSchema.parse(brief), title: null, briefId: null });
  const planId = created.ok ? created.planId : "";
  await vi.waitFor(async () => expect((await services.readPlan(planId))?.status).toBe("finished"), patiently);
  const written = await services.readPlan(planId);
  expect(written?.refused).toEqual([]);
  expect(written?.calls.at(-1)).toMatchObject({ type: "model-called", model: "anthropic-there:main", promptVersion: expect.stringMatching(/^plan@/) as unknown, costMicroUsd: null });

  const runId = await approvedRun(services, databaseUrl, { graph: written!.graph, brief });
  await until(services, runId, ["completed"]);
  const events = await eventsOf(services, runId);
  const calls = events.filter((event) => event.type === "model-called");
  expect(new Set(calls.map(({ role, model, costMicroUsd }) => [role, model, costMicroUsd].join(" ")))).toEqual(
    new Set(["worker anthropic-there:main ", "verifier google-there:main ", "synthesizer openai-compatible-there:main "]),
  );
  expect(events.filter((event) => event.type === "tool-called" && event.outcome === "ok").length).toBeGreaterThan(0);
  expect(JSON.stringify(await services.readRunContent({ runId, digest: calls.at(-1)!.receipt }))).toContain("report@");
  const everything = await everythingOf(house, [runId]);
  expect(everything).toContain("The steel filter of the pump lasts 2 years");
  expect(canariesIn(everything)).toEqual([]);
});

test("a refused key makes the run wait with the reason, nothing more of that role starts, and with another key it goes on from there", async () => {
  const house = await houseOver("openai-compatible");
  const { services, server, databaseUrl } = house;
  const refusal: WireFault = { status: 401, type: "invalid_api_key", message: `Incorrect key ${canaryKey}` };
  server.faults.push(...Array.from({ length: 40 }, () => refusal));
  const runId = await approvedRun(services, databaseUrl, plan);
  const state = await until(services, runId, ["waiting"]);
  const [open] = state.openWaits;
  expect(open?.wait).toMatchObject({ kind: "provider", role: "worker", message: expect.stringContaining("refuses the key") as unknown });
  const asked = server.requests.length;
  expect(asked).toBe(1);

  server.faults.length = 0;
  expect(await services.answerWait(operator, { runId, waitId: open!.waitId, action: "retry", value: null, reason: "There is a new key." })).toEqual({ ok: true });
  await until(services, runId, ["completed"]);
  expect(server.requests.length).toBeGreaterThan(asked);
  expect(canariesIn(await everythingOf(house, [runId]))).toEqual([]);
});

test("a fallback takes over where a model can't be used, wrong calls of tools go back to it, and trace and audit say so", async () => {
  let turns = 0;
  const house = await houseOver("google", {
    models: { "worker fallback": "spare:small" },
    answering: (request, received) => {
      if (JSON.stringify(received.body).includes("You are one worker of a research run")) turns += 1;
      if (turns !== 1) return offline(request, received);
      return { ...saying(""), calls: [{ toolName: "search_sources", input: { wrong: true } }, { toolName: "delete_everything", input: {} }] };
    },
  });
  const { services, server, databaseUrl } = house;
  server.faults.push({ status: 404, type: "not_found_error", message: "model: main" });
  const runId = await approvedRun(services, databaseUrl, plan);
  await until(services, runId, ["completed"]);
  const events = await eventsOf(services, runId);
  expect(events.filter((event) => event.type === "model-failed")).toMatchObject([{ role: "worker", model: "google-there:main", code: "model-unknown", usage: null }]);
  expect(events.filter((event) => event.type === "model-called" && event.insteadOf !== undefined)).toMatchObject([{ role: "worker", model: "spare:small", insteadOf: "google-there:main" }]);
  expect(events.filter((event) => event.type === "tool-called").slice(0, 3)).toMatchObject([{ tool: "search_sources", outcome: "bad-input" }, { tool: "delete_everything", outcome: "not-granted" }, { outcome: "ok" }]);
  expect(server.requests.map(({ body }) => JSON.stringify(body)).find((body) => body.includes("delete_everything"))).toContain("not-granted");
  const findings = await vi.waitFor(async () => (await services.exportRun(runId))!.audit.findings, patiently);
  expect(findings).toContainEqual(expect.objectContaining({ ruleId: "audit/fallback-used", severity: "note" }));
});

test("what a model writes is seen by who watches, while it writes", async () => {
  const { services, server, databaseUrl } = await houseOver("openai");
  server.switches.paceMs = 60;
  const runId = await approvedRun(services, databaseUrl, plan);
  const watching = AbortSignal.timeout(patiently.timeout);
  const watched = await services.live.subscribe(new Map([[`run:${runId}`, 0]]), watching);
  const seen: Glimpse[] = [];
  while (seen.length < 2) seen.push(...((await watched.next(watching))?.glimpses ?? []));
  server.switches.paceMs = 0;
  const answering = (await until(services, runId, ["completed"])).stepsById.get(seen[0]!.about);
  expect(answering?.spending.modelCalls).toBeGreaterThan(0);
  const words = seen.map(({ data }) => wordsSoFarSchema.parse(data));
  expect(words[0]).toMatchObject({ model: "openai-there:main", length: words[0]?.end.length });
});

test("a key that a step brings in, or fails with, is not recorded", async () => {
  const house = await houseOver("openai", {
    executors: {
      agent: async (step) => {
        const input = step.contents.put({ query: canaryKey, long: [Buffer.from(canaryKey).toString("base64"), "x".repeat(5_000)] });
        await step.record([{ type: "tool-called", stepId: step.stepId, attempt: step.attempt, tool: `look-${canaryKey}`, input, output: input, outcome: "ok", durationMs: 1 }]);
        return { status: "failed", code: "leak", message: `It answered with ${encodeURIComponent(canaryKey)}.`, isRetryable: false };
      },
    },
  });
  const runId = await approvedRun(house.services, house.databaseUrl, plan);
  await until(house.services, runId, ["failed"]);
  const everything = await everythingOf(house, [runId]);
  expect(everything).toContain("It answered with [redacted].");
  expect(canariesIn(everything)).toEqual([]);
});

/** The bytes that a browser gets which follows these runs, as they come. */
async function followedBytes(services: Services, runIds: readonly string[]): Promise<{ text(): string }> {
  const admin = await moveInFirst(services);
  const input = superjson.serialize({ topics: Object.fromEntries(runIds.map((runId) => [`run:${runId}`, 0])) });
  const closing = new AbortController();
  onTestFinished(() => closing.abort());
  const req = new Request(`http://127.0.0.1/api/trpc/live.entries?input=${encodeURIComponent(JSON.stringify(input))}`, { signal: closing.signal });
  const { body } = await fetchRequestHandler({ endpoint: "/api/trpc", req, router: appRouter, createContext: () => contextWith(services, admin) });
  let text = "";
  const reading = async () => {
    for await (const piece of body!.pipeThrough(new TextDecoderStream())) text += piece;
  };
  reading().catch(() => undefined);
  return { text: () => text };
}

test("ten runs through a bad day end or wait with a reason, count every token once, and pass no budget", async () => {
  const house = await houseOver("openai-compatible");
  const { services, server, databaseUrl } = house;
  for (const protocol of providerProtocols) await services.setModelFact(operator, { model: `${protocol}-there:main`, contextTokens: 64_000, price });
  const budget = { maxTokens: 60_000, maxCostMicroUsd: 900_000 };
  const faults: WireFault[] = [
    { status: 429, type: "rate_limit_error", message: "Slow down.", headers: { "retry-after-ms": "30" } },
    { status: 500, type: "server_error", message: "Oops." },
    { status: 503, type: "", message: "", body: "<html>" },
    { reset: true },
    { cutAfter: 3 },
    { cutAfter: 0 },
    { errorAfter: 3, message: `Overloaded, ${canaryKey}.` },
    { garbageAfter: 3 },
    { status: 429, type: "insufficient_quota", message: "insufficient_quota" },
    { status: 401, type: "invalid_api_key", message: `Bad key ${Buffer.from(canaryKey).toString("base64")}` },
  ];
  // Of any two requests about one goes wrong; the stage prints the seed, and COUNTERSIGN_TEST_SEED sets it.
  const draw = drawFrom(propertyDraw.seed);
  let request = 0;
  server.faults.shift = () => {
    request += 1;
    return draw() < 0.45 ? faults[Math.floor(draw() * faults.length)] : undefined;
  };
  const runIds: string[] = [];
  for (let run = 0; run < 10; run += 1) runIds.push(await approvedRun(services, databaseUrl, { graph: plan.graph, brief: { ...brief, budget } }));
  const followed = await followedBytes(services, runIds);
  const statuses = new Set<RunStatus>();
  const ends: string[] = [];
  for (const runId of runIds) {
    const state = await until(services, runId, ["completed", "waiting", "failed"]);
    statuses.add(state.status);
    ends.push(`run:${runId}@${state.sequence}`);
    const events = await eventsOf(services, runId);
    const reasons = [...state.openWaits.map(({ wait }) => ("message" in wait ? wait.message : wait.kind)), ...(state.failure === null ? [] : [state.failure.message])];
    expect(state.status === "completed" || reasons.some((reason) => reason !== "")).toBe(true);
    const calls = events.filter((event) => event.type === "model-called" || event.type === "model-failed");
    const spent = calls.flatMap(({ usage }) => (usage === null ? [] : [usage.input + usage.output]));
    const { usage, costMicroUsd } = state.spending;
    expect(usage.input + usage.output).toBe(spent.reduce((sum, tokens) => sum + tokens, 0));
    expect(usage.input + usage.output).toBeLessThanOrEqual(budget.maxTokens);
    expect(costMicroUsd).toBe(calls.reduce((sum, call) => sum + (call.costMicroUsd ?? 0), 0));
    expect(costMicroUsd).toBeLessThanOrEqual(budget.maxCostMicroUsd);
    const completed = events.flatMap((event) => (event.type === "step-completed" ? [event.stepId] : []));
    expect(new Set(completed).size).toBe(completed.length);
  }
  expect(statuses.has("completed")).toBe(true);
  expect(statuses.size).toBeGreaterThan(1);
  expect(request).toBeGreaterThan(20);
  await vi.waitFor(() => {
    for (const end of ends) expect(followed.text()).toContain(end);
  }, patiently);
  expect(followed.text()).toContain("[redacted]");
  expect(canariesIn(followed.text())).toEqual([]);
  expect(canariesIn(await everythingOf(house, runIds))).toEqual([]);
});
