import { expect, onTestFinished, test } from "vitest";
import { standingOf } from "../../core/run/run-standing.ts";
import { unstartedRun } from "../../core/run/run-state.ts";
import { stagedRun } from "../../tests/setup/staged-run.ts";
import { storyBrief, storyGraph } from "../../tests/setup/run-story.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { createPrisma } from "./client.ts";
import { createStore } from "./store.ts";

const digest = "a".repeat(64);
const written = {
  events: [{ type: "run-failed" as const, stepId: null, message: "Nobody may write this." }],
  contents: [{ digest, text: '"nor this"' }],
  standing: standingOf({ ...unstartedRun, status: "failed" }),
  at: new Date(),
};

async function drivenRun() {
  const { databaseUrl } = await freshServices();
  const prisma = createPrisma(databaseUrl, 4);
  onTestFinished(() => prisma.$disconnect());
  const store = createStore(prisma);
  const { run } = await stagedRun(prisma, { graph: storyGraph(2), brief: storyBrief, createdAt: new Date() });
  await store.runs.change(run.id, { wantsDriver: true });
  return { store, runId: run.id };
}

test("a driver that was replaced writes nothing more: no event, no content, and not what the row says", async () => {
  const { store, runId } = await drivenRun();
  const first = await store.runs.claim(runId, { from: null, to: "one" });
  const second = await store.runs.claim(runId, { from: "one", to: "two" });
  expect([first, second]).toEqual([1, 2]);
  expect(await store.runLog.drive(runId, { epoch: 1, sequence: 1 }, written)).toBe("fenced");
  expect(await store.runLog.readAfter(runId, 0, 10)).toHaveLength(1);
  expect(await store.runContents.find(runId, digest)).toBeNull();
  expect(await store.runs.find(runId)).toMatchObject({ status: "pending", driverId: "two", epoch: 2 });
});

test("a driver that doesn't know the newest entry writes no event on it", async () => {
  const { store, runId } = await drivenRun();
  await store.runs.claim(runId, { from: null, to: "one" });
  const pause = { type: "wait-began" as const, waitId: "w", wait: { kind: "paused" as const, by: { id: null, name: "Ada" } } };
  await store.transaction(async (records) => {
    await records.runs.lock(runId);
    await records.runLog.append(runId, [pause], new Date());
  });
  expect(await store.runLog.drive(runId, { epoch: 1, sequence: 1 }, written)).toBe("stale");
  expect((await store.runLog.readAfter(runId, 0, 10)).map(({ event }) => event.type)).toEqual(["run-created", "wait-began"]);
  expect(await store.runContents.find(runId, digest)).toBeNull();
  expect(await store.transaction((records) => records.runs.rest(runId, { epoch: 1, sequence: 1, wakeAt: null }))).toBe(false);
});

test("of several workers one gets a run, and only while it wants one", async () => {
  const { store, runId } = await drivenRun();
  const claims = await Promise.all(["one", "two", "three"].map((to) => store.runs.claim(runId, { from: null, to })));
  expect(claims.filter((epoch) => epoch !== null)).toEqual([1]);
  expect(await store.runs.rest(runId, { epoch: 1, sequence: 1, wakeAt: null })).toBe(true);
  expect(await store.runs.claim(runId, { from: null, to: "two" })).toBeNull();
  expect(await store.runs.listWantingDriver(new Date())).toEqual([]);
});
