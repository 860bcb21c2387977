import { expect, test } from "vitest";
import { foldRun } from "../../core/run/fold-run.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import { unstartedRun } from "../../core/run/run-state.ts";
import { outcomeText } from "./outcome-text.ts";

const by = { id: null, name: "Mara" };

function textAfter(...events: RunEvent[]): string {
  const newest = [{ type: "driver-changed" as const, workerId: "worker-1", reason: "start" as const }, ...events].map((event, index) => ({ sequence: index + 1, at: new Date(index), event }));
  return outcomeText({ state: foldRun(unstartedRun, newest), newest });
}

test("an end is told with who brought it about and why", () => {
  expect(textAfter()).toBe("");
  expect(textAfter({ type: "run-canceled", by, reason: "" })).toBe("Mara canceled it.");
  expect(textAfter({ type: "run-canceled", by, reason: "Wrong question" })).toBe("Mara canceled it: “Wrong question”");
  expect(textAfter({ type: "run-failed", stepId: "read", message: "The model gave no answer." })).toBe("The model gave no answer.");
  expect(textAfter({ type: "run-completed", output: null })).toBe("Every step has run.");
});

test("what was left out of a run that completed is counted", () => {
  const skipped: RunEvent = { type: "step-skipped", stepId: "look", reason: "person" };
  expect(textAfter(skipped, { type: "run-completed", output: null })).toBe("It ran to its end; 1 step of it was skipped.");
});
