import { expect, test } from "vitest";
import { foldRun } from "./fold-run.ts";
import type { RunEvent } from "./run-event.ts";
import { unstartedRun } from "./run-state.ts";
import { workedMs } from "./worked-ms.ts";

const by = { id: null, name: "operator" };
const start: RunEvent = { type: "driver-changed", workerId: "w", reason: "start" };
const began = (waitId: string): RunEvent => ({ type: "wait-began", waitId, wait: { kind: "paused", by } });
const answered = (waitId: string): RunEvent => ({ type: "wait-answered", waitId, by, action: "continue", value: null, reason: "" });

/** @param told each with its second. */
function worked(told: readonly (readonly [second: number, event: RunEvent])[], nowSecond: number): number {
  const entries = told.map(([second, event], index) => ({ sequence: index + 1, at: new Date(second * 1_000), event }));
  return workedMs(foldRun(unstartedRun, entries), nowSecond * 1_000) / 1_000;
}

test("time counts from the first worker on, without that in which people are waited for, two at once counted once", () => {
  expect(worked([], 9)).toBe(0);
  expect(worked([[1, start]], 9)).toBe(8);
  expect(worked([[1, start], [3, began("a")], [4, began("b")], [6, answered("a")], [7, answered("b")]], 9)).toBe(4);
  expect(worked([[1, start], [3, began("a")]], 9)).toBe(2);
});

test("a run that was stopped while it waited took no longer, nor does the time count for which it had failed", () => {
  expect(worked([[1, start], [3, began("a")], [900, { type: "run-canceled", by, reason: "" }]], 1_000)).toBe(2);
  const failed: [number, RunEvent][] = [[1, start], [3, { type: "run-failed", stepId: null, message: "" }]];
  expect(worked(failed, 900)).toBe(2);
  expect(worked([...failed, [900, { type: "step-retried", stepId: "a", by, reason: "" }]], 901)).toBe(3);
});
