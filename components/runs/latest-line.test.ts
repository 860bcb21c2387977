import { expect, test } from "vitest";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import { latestLines } from "./latest-line.ts";

const at = new Date("2026-11-01T10:00:00Z");
const entries = (...events: RunEvent[]): RunEntry[] => events.map((event, index) => ({ sequence: index + 1, at, event }));
const read = (stepId: string): RunEvent => ({ type: "source-read", stepId, attempt: 1, sourceId: "s", sha256: "0".repeat(64), start: 0, end: 9 });
const started = (stepId: string): RunEvent => ({ type: "step-started", stepId, nodeId: stepId, attempt: 1, idempotencyKey: stepId });
const told = (...args: Parameters<typeof latestLines>) => latestLines(...args).map(({ entry, passages }) => [entry.sequence, passages]);

test("passages that one step read one after the other are one line, under the number of the last", () => {
  expect(told(entries(started("a"), read("a"), read("a"), read("b"), read("a"), started("c")), 9)).toEqual([[6, 0], [5, 1], [4, 1], [3, 2], [1, 0]]);
});

test("the last line counts all of its passages, however few lines are shown", () => {
  expect(told(entries(started("a"), read("a"), read("a"), read("a"), started("b")), 2)).toEqual([[5, 0], [4, 3]]);
  expect(told([], 2)).toEqual([]);
});
