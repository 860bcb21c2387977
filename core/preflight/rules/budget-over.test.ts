import { describe, expect, it } from "vitest";
import { examineWith } from "../../../tests/setup/examine.ts";
import { budgetOver } from "./budget-over.ts";

const rule = budgetOver(() => 5_000_000);
const overAll = { question: "What?", budget: { maxAgents: 10, maxTokens: 10_000, maxMinutes: 1, maxCostMicroUsd: 50_000 } };
const map = (maxItems: number) => ({
  nodes: [
    { kind: "map" as const, id: "m", title: "Each", items: "inputs.list", maxItems },
    { kind: "agent" as const, id: "in", title: "In", parent: "m", maxTurns: 1, budget: { maxTokens: 1_000 } },
  ],
});

describe("budget/over", () => {
  it("trips on what a map multiplies, each limit in its unit", () => {
    const findings = examineWith(rule, map(60), overAll);
    expect(typeof findings === "string" ? findings : findings.map(({ message }) => message)).toEqual([
      "The plan likely takes 60 agents, the brief allows 10 agents.",
      "The plan likely takes 60,000 tokens, the brief allows 10,000 tokens.",
      "The plan likely takes 15 minutes, the brief allows 1 minutes.",
      "The plan likely takes $0.30, the brief allows $0.05.",
    ]);
  });

  it("is silent at the limit itself", () => {
    expect(examineWith(rule, map(10), { ...overAll, budget: { ...overAll.budget, maxMinutes: 3 } })).toEqual([]);
  });

  it("says nothing about cost where a price is not known", () => {
    const unpriced = budgetOver(() => null);
    expect(examineWith(unpriced, map(10), { question: "What?", budget: { maxCostMicroUsd: 0 } })).toEqual([]);
  });
});
