import { expect, onTestFinished, test } from "vitest";
import { packRunState } from "../../core/run/packed-run-state.ts";
import { createPrisma } from "../db/client.ts";
import { createStore } from "../db/store.ts";
import { stagedRun } from "../../tests/setup/staged-run.ts";
import { storyBrief, storyContents, storyEnding, storyGraph, storyUntilCheckpoint } from "../../tests/setup/run-story.ts";
import { freshServices, servicesOn } from "../../tests/setup/services.ts";

const noFilter = { statuses: [], isWaiting: false, auditResults: [], startedById: null, workflowId: null, startedAfter: null, minCost: null, sort: "started", isAscending: false, after: null, search: "", limit: 10 } as const;
const source = { sourceId: "0198c0de-0000-7000-8000-000000000001", sha256: "0".repeat(64) };

async function houseWithRuns() {
  const { services, databaseUrl } = await freshServices();
  const prisma = createPrisma(databaseUrl, 2);
  onTestFinished(() => prisma.$disconnect());
  const record = (minute: number, question = storyBrief.question) =>
    stagedRun(prisma, { graph: storyGraph(12), brief: { ...storyBrief, question }, createdAt: new Date(Date.UTC(2026, 10, 22, 9, minute)) });
  return { services, databaseUrl, prisma, record };
}

test("a run is described as its log says, up to the entry from which the live channel goes on", async () => {
  const { services, record } = await houseWithRuns();
  const staged = await record(0);
  await staged.record(storyUntilCheckpoint({ mapItems: 12, ...source }), storyContents);
  const description = await services.describeRun(staged.run.id);
  expect(description?.state).toEqual(staged.state());
  expect(description?.newest.at(-1)?.sequence).toBe(staged.state().sequence);
  expect(description).toMatchObject({ title: "Crash survival", run: { openWaits: [{ waitId: "confirm-1" }] }, decision: { decidedByName: "operator" }, models: { worker: "offline:quoting" } });

  const history = await services.readStepHistory({ runId: staged.run.id, stepId: "tool-loop" });
  expect(history.entries.map(({ event }) => event.type)).toEqual(["step-started", "tool-called", "source-read", "model-called", "step-completed"]);
  expect(history).toMatchObject({ omitted: 0, sequence: staged.state().sequence });

  const failures = await services.readRunEvents({ runId: staged.run.id, group: "failures", after: 0, limit: 10 });
  expect(failures.map(({ event }) => event.type)).toEqual(["step-failed", "step-failed"]);
  expect(await services.readRunEvents({ runId: staged.run.id, group: "failures", after: failures[0]!.sequence, limit: 10 })).toEqual(failures.slice(1));

  const output = staged.state().stepsById.get("tool-loop")?.output;
  const content = await services.readRunContent({ runId: staged.run.id, digest: output !== null && output !== undefined && "digest" in output ? output.digest : "" });
  expect(content?.value).toMatchObject({ missing: [{ text: "Whether a call that was under way is repeated" }] });
});

test("pages of runs follow each other without a gap or a double, and filters count what they let through", async () => {
  const { services, record } = await houseWithRuns();
  const runs = [];
  for (let minute = 0; minute < 7; minute += 1) runs.push(await record(minute));
  const [first, second] = runs;
  await first?.record([...storyUntilCheckpoint({ mapItems: 12, ...source }), ...storyEnding("failed", 60_000)]);
  await second?.record(storyUntilCheckpoint({ mapItems: 12, ...source }));
  const seen: string[] = [];
  let after: { key: number; id: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof services.listRuns>> = await services.listRuns({ ...noFilter, limit: 3, after });
    expect(page.total).toBe(7);
    seen.push(...page.runs.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual(runs.map(({ run }) => run.id).toReversed());
  expect((await services.listRuns({ ...noFilter, isAscending: true, after: { key: runs[4]!.run.createdAt.getTime(), id: runs[4]!.run.id } })).runs.map(({ id }) => id)).toEqual(runs.slice(5).map(({ run }) => run.id));
  for (const sort of ["cost", "tokens"] as const) {
    const dearest = await services.listRuns({ ...noFilter, sort, limit: 2 });
    expect(new Set(dearest.runs.map(({ id }) => id))).toEqual(new Set([first?.run.id, second?.run.id]));
    const rest = await services.listRuns({ ...noFilter, sort, after: dearest.next });
    expect([...dearest.runs, ...rest.runs].map(({ id }) => id).toSorted()).toEqual(runs.map(({ run }) => run.id).toSorted());
  }
  expect(await services.listRuns({ ...noFilter, statuses: ["failed"] })).toMatchObject({ total: 1, runs: [{ id: first?.run.id, status: "failed", revision: 1 }] });
  expect(await services.listRuns({ ...noFilter, minCost: 1 })).toMatchObject({ total: 2 });
  expect(await services.listRunsInNeed({ memberId: source.sourceId })).toMatchObject({ waiting: [{ id: second?.run.id, waits: [{ kind: "checkpoint" }] }], failed: [] });
});

test("a failed run asks for nothing any more once somebody acknowledged it, and asks again when it goes on", async () => {
  const { services, record } = await houseWithRuns();
  const ada = { id: source.sourceId, name: "Ada" };
  const staged = await record(0);
  await staged.record([...storyUntilCheckpoint({ mapItems: 12, ...source }), ...storyEnding("failed", 60_000)]);
  const runId = staged.run.id;
  expect(await services.acknowledgeRun(ada, { runId })).toEqual({ ok: true });
  expect(await services.acknowledgeRun({ ...ada, name: "Bob" }, { runId })).toEqual({ ok: true });
  expect(await services.describeEvidence(runId)).toMatchObject({ acknowledged: { byName: "Ada" } });
  await services.retryStep(ada, { runId, stepId: "contrary", reason: "" });
  expect(await services.describeEvidence(runId)).toMatchObject({ acknowledged: null });
  expect(await services.acknowledgeRun(ada, { runId })).toEqual({ ok: false, reason: "over" });
});

test("a run is found by its question, its claims and its events, also by what came later", async () => {
  const { services, record } = await houseWithRuns();
  const [kettle, other] = [await record(0, "When does the kettle whistle?"), await record(1)];
  const find = async (search: string) => (await services.listRuns({ ...noFilter, search })).runs.map(({ id }) => id);
  await other.record(storyUntilCheckpoint({ mapItems: 12, ...source }), storyContents);
  for (const { run } of [kettle, other]) await services.indexRun(run.id);
  expect(await find("kettle whistling")).toEqual([kettle.run.id]);
  expect(await find("tool call repeated after a crash")).toEqual([other.run.id]);
  expect(await find("fetch_url")).toEqual([other.run.id]);
  expect(await find("wrong question")).toEqual([]);
  expect(await find('"tool call is repeated"')).toEqual([other.run.id]);
  expect(await find('"repeated tool call"')).toEqual([]);
  expect(await find("crash -kettle")).toEqual([other.run.id]);
  await other.record(storyEnding("canceled", 60_000));
  await services.indexRun(other.run.id);
  await services.indexRun(other.run.id);
  expect(await find('"wrong question"')).toEqual([other.run.id]);
  expect(await find("no such words anywhere")).toEqual([]);
});

test("how a long run stands is kept for those who start later, and what came since is added to it", async () => {
  const { services, databaseUrl, prisma, record } = await houseWithRuns();
  const { run } = await record(0);
  const { runLog } = createStore(prisma);
  const read = { type: "source-read", stepId: "one", attempt: 1, ...source, start: 0, end: 1 } as const;
  await runLog.append(run.id, [{ type: "driver-changed", workerId: "w", reason: "start" }, { type: "step-started", stepId: "one", nodeId: "one", attempt: 1, idempotencyKey: "k" }], new Date());
  await runLog.append(run.id, Array.from({ length: 2_000 }, () => read), new Date());
  await services.describeRun(run.id);
  // Whoever still began at the first event would stumble here.
  await prisma.$executeRaw`UPDATE log_entry SET data = '{}' WHERE topic = ${`run:${run.id}`} AND sequence < 1000`;
  await runLog.append(run.id, [{ type: "tool-called", stepId: "one", attempt: 1, tool: "t", input: { json: 1 }, output: null, outcome: "failed", durationMs: 1 }], new Date());
  const later = (await servicesOn(databaseUrl).describeRun(run.id))!;
  expect(later.newest.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_, index) => 2_004 - 199 + index));
  expect(later.state.stepsById.get("one")).toMatchObject({ status: "running", spending: { toolCalls: 1 } });
  expect(packRunState(later.state)).toBe(packRunState((await services.describeRun(run.id))!.state));
});
