import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkout } from "../../scripts/checkout.mjs";
import { isAlive } from "../../scripts/process-life.mjs";
import { createOfflineModel } from "../../server/models/offline/offline-model.ts";
import { answeringWith } from "../setup/model-server.ts";
import { startModelServer } from "../setup/own-model-server.ts";
import { moveIn } from "../browser/resident.ts";
import { childrenOf, readRunning, startCommand, type StartedCommand } from "./started-command.ts";

/** Long enough for several changes of an unhurried machine. */
const changesBetweenKills = 5;

/** Two real starts on a machine that does other things too. */
const patienceMs = 300_000;

test("whatever is killed while somebody works, the work goes on and nothing that was confirmed is lost", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "countersign-house-"));
  chmodSync(dataFolder, 0o755);
  const started: number[] = [];
  onTestFinished(async () => {
    await expect.poll(() => started.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    rmSync(dataFolder, { recursive: true });
  });
  const start = async (port: string): Promise<StartedCommand> => {
    const command = startCommand(checkout, ["start"], { env: { COUNTERSIGN_DATA: dataFolder, PORT: port } });
    await command.said("Countersign is ready");
    return command;
  };
  const noteChildren = (command: StartedCommand) => started.push(...childrenOf(command.pid).map(({ pid }) => pid));

  let house = await start("0");
  const { url } = readRunning(dataFolder);
  const { api } = await moveIn(url, /\/links\/\S+/.exec(house.output())?.[0] ?? "", "Ada");

  /** Changes the name again and again, like somebody who clicks without looking whether it worked. */
  let [asked, confirmed, isOver] = [0, 0, false];
  const clicking = (async () => {
    while (!isOver) {
      asked += 1;
      const answer = await api.account.changeName.mutate({ name: `Ada ${asked}` }).catch(() => null);
      if (answer?.ok) confirmed += 1;
    }
  })();
  const someChanges = async () => {
    const before = confirmed;
    await expect.poll(() => confirmed - before, { timeout: 30_000 }).toBeGreaterThan(changesBetweenKills);
  };

  await someChanges();
  // A model that writes as long as things are killed, so that a run is always in the middle of its calls.
  const provider = await startModelServer(answeringWith(createOfflineModel({ paceMs: 0 })));
  const runId = await startRun(api, provider.baseUrl("openai-compatible"));
  const events = async () => (await api.runs.events.query({ runId, after: 0, limit: 500 })).map(({ sequence, event }) => ({ sequence, ...event }));
  provider.switches.paceMs = 1_000;
  await expect.poll(() => provider.requests.length, { timeout: 30_000 }).toBeGreaterThan(0);
  // The worker goes first: it is in the middle of taking in the documentation.
  const documentation = async () => (await api.sources.collections.query()).filter(({ origin }) => origin === "package");
  const documentCount = async () => (await documentation()).reduce((sum, collection) => sum + collection.documentCount, 0);
  await expect.poll(documentCount, { timeout: 30_000 }).toBeGreaterThan(0);
  for (const program of ["server/worker.ts", "server/web.ts", "bin/postgres"]) {
    noteChildren(house);
    const killed = childrenOf(house.pid).find(({ command }) => command.includes(program));
    process.kill(killed?.pid ?? 0, "SIGKILL");
    await house.said(new RegExp(`${{ "server/web.ts": "web process", "server/worker.ts": "worker process", "bin/postgres": "Postgres" }[program]} runs again`));
    await someChanges();
  }

  noteChildren(house);
  house.signal("SIGKILL");
  await house.exit;
  await expect.poll(() => started.filter(isAlive), { timeout: 10_000 }).toEqual([]);

  house = await start(new URL(url).port);
  expect(house.output()).not.toContain("Building");
  await someChanges();
  isOver = true;
  await clicking;

  provider.switches.paceMs = 0;
  await expect.poll(async () => (await api.runs.get.query({ runId }))?.run.status, { timeout: 90_000 }).toBe("completed");
  const told = await events();
  expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => index + 1));
  expect(new Set(told.flatMap((event) => (event.type === "driver-changed" ? [event.workerId] : []))).size).toBeGreaterThan(1);
  // A step's id names its item, too; what is on record as completed never runs again, under whatever attempt.
  const completed = told.flatMap((event) => (event.type === "step-completed" ? [event.stepId] : []));
  const called = told.flatMap((event) => (event.type === "model-called" ? [`${event.stepId} ${event.attempt} ${event.call}`] : []));
  for (const about of [completed, called]) expect(about).toEqual([...new Set(about)]);

  const renames = await countRenames(api);
  expect(renames).toBeGreaterThanOrEqual(confirmed);
  expect(renames).toBeLessThanOrEqual(asked);
  expect(await api.audit.verifyChain.query()).toMatchObject({ ok: true });
  expect((await api.session.me.query()).member?.name).toBe(`Ada ${asked}`);
  await expect.poll(async () => (await documentation()).map(({ expected }) => expected), { timeout: 60_000 }).toEqual([null, null]);
  for (const { id, documentCount: count } of await documentation()) {
    const paths = await pathsOf(api, id);
    expect(count).toBeGreaterThan(0);
    expect({ all: paths.length, different: new Set(paths).size }).toEqual({ all: count, different: count });
  }
  noteChildren(house);
  house.signal("SIGINT");
  expect(await house.exit).toBe(0);
}, patienceMs);

/** A question of a document of its own, answered by a model behind this address. */
async function startRun(api: Api, baseUrl: string): Promise<string> {
  const made = await api.sources.createCollection.mutate({ name: "Handbook" });
  if (!made.ok) throw new Error(made.reason);
  await api.sources.upload.mutate({ collectionId: made.collectionId, path: "filters.md", text: "# Filters\n\nThe steel filter of the pump lasts 2 years." });
  await api.models.setProvider.mutate({ name: "there", protocol: "openai-compatible", baseUrl, apiKey: { set: null } });
  await api.models.setFact.mutate({ model: "there:writer", contextTokens: null, price: null });
  for (const place of ["worker", "synthesizer"] as const) await api.models.choose.mutate({ place, model: "there:writer" });
  const created = await api.workflows.create.mutate({ brief: { question: "How long does the steel filter last?", scope: { collections: ["Handbook"] } } });
  if (!created.ok) throw new Error(created.reason);
  const { workflowId } = created;
  const described = async () => api.workflows.get.query({ workflowId });
  await expect.poll(async () => (await described())?.revision?.number, { timeout: 60_000 }).toBe(1);
  const decided = await api.workflows.decide.mutate({ workflowId, manifestDigest: (await described())?.examined?.manifestDigest ?? "", verdict: "approved", reason: "" });
  if (!decided.ok) throw new Error(decided.reason);
  const started = await api.runs.start.mutate({ workflowId, decisionId: decided.decisionId });
  if (!started.ok) throw new Error(started.reason);
  return started.runId;
}

type Api = Awaited<ReturnType<typeof moveIn>>["api"];

async function pathsOf(api: Api, collectionId: string): Promise<string[]> {
  const paths: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof api.sources.list.query>> = await api.sources.list.query({ collectionId, cursor });
    paths.push(...page.documents.map(({ path }) => path));
    cursor = page.nextCursor;
  }
  return paths;
}

async function countRenames(api: Api): Promise<number> {
  let count = 0;
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof api.audit.list.query>> = await api.audit.list.query({
      limit: 200,
      action: "member-rename",
      ...(before === null ? {} : { before }),
    });
    count += page.entries.length;
    before = page.nextBefore;
  } while (before !== null);
  return count;
}
