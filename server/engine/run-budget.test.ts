import { expect, test } from "vitest";
import { briefSchema } from "../../core/brief/brief.ts";
import type { CallEvent } from "../../core/run/run-event.ts";
import { unstartedRun } from "../../core/run/run-state.ts";
import { nodeSchema } from "../../core/workflow/node.ts";
import { BudgetReached } from "./executors/budget-reached.ts";
import { RunBudget } from "./run-budget.ts";

const budgetOf = (maxTokens: number) => new RunBudget(briefSchema.parse({ question: "How much?", budget: { maxTokens } }), unstartedRun);

const caller = (stepId: string, signal = new AbortController().signal) => ({
  node: nodeSchema.parse({ kind: "agent", id: stepId, title: stepId }),
  stepId,
  signal,
  look: () => ({ state: unstartedRun, now: new Date(0) }),
});

const took = (stepId: string, tokens: number): CallEvent => ({
  type: "model-failed", stepId, attempt: 1, call: 1, role: "worker", model: "a:b", code: "x", message: "", costMicroUsd: 0, durationMs: 0,
  usage: { input: tokens, output: 0, cachedInput: 0, reasoning: 0 },
});

const tokens = (count: number) => ({ tokens: count, cost: 0 });

test("a call that fits beside what was taken waits until others say what they took of what they hold", async () => {
  const budget = budgetOf(1_000);
  const first = await budget.reserve(caller("a"), tokens(600));
  let isThrough = false;
  const second = budget.reserve(caller("b"), tokens(600)).then(() => (isThrough = true));
  await Promise.resolve();
  expect(isThrough).toBe(false);
  budget.book(took("a", 300));
  await second;
  first.release();
  await expect(budget.reserve(caller("a"), tokens(701))).rejects.toMatchObject({ wait: { limit: "tokens", used: 300, wanted: 701, allowed: 1_000 } });
});

test("who waits is asked about once what is taken leaves no room, and lets go when the driver stops", async () => {
  const budget = budgetOf(1_000);
  await budget.reserve(caller("a"), tokens(600));
  const asked = budget.reserve(caller("b"), tokens(600));
  const stop = new AbortController();
  const stopped = budget.reserve(caller("c", stop.signal), tokens(600));
  stop.abort(new Error("The driver stops."));
  await expect(stopped).rejects.toThrow("The driver stops.");
  budget.book(took("a", 500));
  await expect(asked).rejects.toBeInstanceOf(BudgetReached);
});
