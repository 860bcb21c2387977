import { expect, test } from "vitest";
import { foldRun } from "./fold-run.ts";
import type { RunEvent } from "./run-event.ts";
import { unstartedRun } from "./run-state.ts";
import type { Wait } from "./wait.ts";

const by = { id: null, name: "operator" };
const started = (attempt = 1): RunEvent => ({ type: "step-started", stepId: "a", nodeId: "a", attempt, idempotencyKey: `a ${attempt}` });
const completed: RunEvent = { type: "step-completed", stepId: "a", attempt: 1, output: { json: null }, edges: {}, summary: "" };
const failed = (retryInMs: number | null): RunEvent => ({ type: "step-failed", stepId: "a", attempt: 1, error: { code: "x", message: "It broke." }, retryInMs });
const began = (wait: Wait): RunEvent => ({ type: "wait-began", waitId: "w", wait });
const answered = (action: "raise" | "approve"): RunEvent => ({ type: "wait-answered", waitId: "w", by, action, value: null, reason: "" });

/** @param told each with its second. @returns from which second to which the step ran. */
function timeOf(...told: readonly (readonly [second: number, event: RunEvent])[]): (number | null)[] {
  const entries = told.map(([second, event], index) => ({ sequence: index + 1, at: new Date(second * 1_000), event }));
  const step = foldRun(unstartedRun, entries).stepsById.get("a");
  return [step?.startedAt, step?.endedAt].map((at) => (at ? at.getTime() / 1_000 : null));
}

test("a step's time holds the tries that it makes by itself, and begins anew with those that a person has it make", () => {
  expect(timeOf([1, started()], [2, failed(1_000)], [3, started(2)], [5, completed])).toEqual([1, 5]);
  const sentBack = [[1, started()], [2, completed], [900, { type: "step-retried", stepId: "a", by, reason: "Shorter." }]] as const;
  expect(timeOf(...sentBack)).toEqual([null, null]);
  expect(timeOf(...sentBack, [901, started(2)], [903, completed])).toEqual([901, 903]);
});

test("the time for which a limit was waited is none of the step's; that for which a checkpoint waits is its own", () => {
  const limit = began({ kind: "budget", stepId: null, limit: "cost", used: 1, wanted: 1, allowed: 1 });
  expect(timeOf([1, started()], [2, limit], [2, { type: "step-set-aside", stepId: "a", attempt: 1, waitId: "w" }])).toEqual([1, null]);
  expect(timeOf([1, started()], [2, limit], [2, { type: "step-set-aside", stepId: "a", attempt: 1, waitId: "w" }], [900, answered("raise")], [901, started()], [903, completed])).toEqual([901, 903]);
  const asks = began({ kind: "checkpoint", stepId: "a", asks: "Well?", form: {}, shown: { json: null } });
  expect(timeOf([1, started()], [2, asks], [900, answered("approve")], [900, started()], [901, completed])).toEqual([1, 901]);
});
