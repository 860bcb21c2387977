import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../run/run-event.ts";
import { auditWith } from "../../../tests/setup/audit-with.ts";
import { soundRun } from "../../../tests/setup/recorded-run.ts";
import { budgetExceeded } from "./budget-exceeded.ts";

// The sound run: four model calls of 1,200 tokens and 2,000 micro-USD each, four agents, five minutes.
const withBudget = (budget: object) => ({ brief: { ...soundRun.brief, budget } });
const raised = (limit: "tokens" | "minutes", value: number): RunEvent[] => [
  { type: "wait-began", waitId: "w1", wait: { kind: "budget", stepId: null, limit, used: 1, wanted: 1, allowed: 1 } },
  { type: "wait-answered", waitId: "w1", by: { id: null, name: "Mara" }, action: "raise", value, reason: "" },
];

describe("audit/budget-exceeded", () => {
  it("trips on each limit that was not kept, with the numbers", () => {
    const findings = auditWith(budgetExceeded, withBudget({ maxTokens: 4_799, maxCostMicroUsd: 7_999, maxMinutes: 4, maxAgents: 3 }));
    expect(findings).toMatchObject([
      { target: { type: "run" }, message: "The run took 4,800 tokens; 4,799 tokens were allowed." },
      { message: "The run took $0.008; $0.007999 were allowed." },
      { message: "The run took 5 minutes; 4 minutes were allowed." },
      { message: "The run took 4 agents; 3 agents were allowed." },
    ]);
  });

  it("is silent at the limit itself, and at one that somebody raised", () => {
    expect(auditWith(budgetExceeded, withBudget({ maxTokens: 4_800, maxCostMicroUsd: 8_000, maxMinutes: 5, maxAgents: 4 }))).toEqual([]);
    expect(auditWith(budgetExceeded, { ...withBudget({ maxTokens: 100 }), extra: raised("tokens", 5_000) })).toEqual([]);
  });

  it("doesn't count the time in which a person was awaited", () => {
    const extra: RunEvent[] = [
      { type: "wait-began", waitId: "w2", wait: { kind: "paused", by: { id: null, name: "Mara" } } },
      ...Array.from({ length: 200 }, (): RunEvent => ({ type: "driver-changed", workerId: "worker-1", reason: "wake" })),
      { type: "wait-answered", waitId: "w2", by: { id: null, name: "Mara" }, action: "continue", value: null, reason: "" },
    ];
    expect(auditWith(budgetExceeded, { ...withBudget({ maxMinutes: 4.8 }), extra })).toEqual([]);
  });

  it("only notes that a price isn't known", () => {
    const extra: RunEvent[] = [
      { type: "model-called", stepId: "write", attempt: 1, call: 2, role: "synthesizer", model: "own:llama", receipt: "b".repeat(64), answer: { json: "" }, usage: { input: 1, output: 1, cachedInput: 0, reasoning: 0 }, costMicroUsd: null, finishReason: "stop", promptVersion: "1", durationMs: 1 },
    ];
    expect(auditWith(budgetExceeded, { extra })).toMatchObject([{ severity: "note" }]);
  });
});
