import fc from "fast-check";
import { expect, test } from "vitest";
import { foldRun } from "../../core/run/fold-run.ts";
import { unstartedRun } from "../../core/run/run-state.ts";
import { storyEnding, storyGraph, storyUntilCheckpoint } from "../../tests/setup/run-story.ts";
import { progressByNode } from "./node-progress.ts";
import { stepRows } from "./step-row.ts";

const items = 20;
const graph = storyGraph(items);
const story = [...storyUntilCheckpoint({ mapItems: items, sourceId: "s", sha256: "0".repeat(64) }), ...storyEnding("completed", 90_000)];
const entries = story.map(({ atMs, event }, index) => ({ sequence: index + 1, at: new Date(atMs), event }));
const after = (count: number) => foldRun(unstartedRun, entries.slice(0, count));
const everything = { openById: { each: true }, search: "", failedOnly: false };

test("rows keep their order while a run goes on: later ones are only added where the items become known", () => {
  fc.assert(
    fc.property(fc.nat(entries.length), fc.nat(entries.length), (one, other) => {
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((count) => stepRows(graph, after(count), everything).map(({ id }) => id));
      const kept = earlier?.filter((id) => later?.includes(id)) ?? [];
      expect(later?.filter((id) => kept.includes(id))).toEqual(kept);
    }),
  );
});

test("a folded map says how many of its items are done, and a filter opens it", () => {
  const state = after(entries.length);
  const closed = stepRows(graph, state, { openById: {}, search: "", failedOnly: false });
  expect(closed.find(({ id }) => id === "each")).toMatchObject({ aside: "14/20, 1 failed", isOpen: false, childCount: items });
  expect(stepRows(graph, state, { openById: {}, search: "", failedOnly: true }).map(({ title }) => title)).toEqual(["Read each document", "6 · 05-document.mdx"]);
  expect(stepRows(graph, state, { openById: {}, search: "07-DOC", failedOnly: false }).map(({ title }) => title)).toEqual(["Read each document", "8 · 07-document.mdx"]);
});

test("a map's card counts the same items as its rows", () => {
  fc.assert(
    fc.property(fc.nat(entries.length), (count) => {
      const state = after(count);
      const progress = progressByNode(graph, state).get("each");
      const rows = stepRows(graph, state, everything).filter(({ level, nodeId }) => level === 2 && nodeId === "one");
      const known = progress?.items ?? [];
      expect(known.map(({ status }) => status)).toEqual(known.length === 0 ? [] : rows.map(({ status }) => status));
    }),
  );
});

test("a map waits while all that goes on in it waits, and its body counts the items still to come", () => {
  const state = after(entries.findIndex(({ event }) => event.type === "wait-answered"));
  const inFlight = [...state.stepsById.values()].filter(({ nodeId, status }) => nodeId === "one" && status === "running").map(({ stepId, attempt }) => ({ stepId, attempt }));
  expect(inFlight.length).toBeGreaterThan(1);
  const setAside = (count: number) =>
    foldRun(state, inFlight.slice(0, count).map((step, index) => ({ sequence: state.sequence + index + 1, at: new Date(100_000), event: { type: "step-set-aside" as const, ...step, waitId: "w" } })));
  const statuses = (count: number) => [progressByNode(graph, setAside(count)).get("each")?.status, stepRows(graph, setAside(count), everything).find(({ id }) => id === "each")?.status];
  expect(statuses(1)).toEqual(["running", "running"]);
  expect(statuses(inFlight.length)).toEqual(["waiting", "waiting"]);
  expect(progressByNode(graph, state).get("one")).toMatchObject({ total: items });
});

test("a map counts no item as done that was left out", () => {
  const state = after(entries.findIndex(({ event }) => event.type === "step-failed" && event.retryInMs === null));
  const left = stepRows(graph, state, everything).filter(({ level, nodeId, step }) => level === 2 && nodeId === "one" && step === null);
  expect(left.length).toBeGreaterThan(0);
  const events = left.map(({ id }, index) => ({ sequence: state.sequence + index + 1, at: new Date(100_000), event: { type: "step-skipped" as const, stepId: id, reason: "finish" as const } }));
  const map = stepRows(graph, foldRun(state, events), everything).find(({ id }) => id === "each");
  const done = [...state.stepsById.values()].filter(({ nodeId, status }) => nodeId === "one" && status === "completed").length;
  expect(map?.aside).toBe(`${done}/20, ${left.length} skipped`);
});
