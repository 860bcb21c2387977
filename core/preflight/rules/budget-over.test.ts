import { describe, expect, it } from "vitest";
import { examineWith, tripped } from "../../../tests/setup/examine.ts";
import { budgetOver } from "./budget-over.ts";

const priced = { priceOf: () => 5_000_000 };
const overAll = { question: "What?", budget: { maxAgents: 10, maxTokens: 10_000, maxMinutes: 1, maxCostMicroUsd: 50_000 } };
const map = (maxItems: number) => ({
  nodes: [
    { kind: "map" as const, id: "m", title: "Each", items: "inputs.list", maxItems },
    { kind: "agent" as const, id: "in", title: "In", parent: "m", maxTurns: 1, budget: { maxTokens: 1_000 } },
  ],
});

describe("budget/over", () => {
  it("trips on what a map multiplies, each limit in its unit", () => {
    const findings = examineWith(budgetOver, map(60), overAll, priced);
    expect(typeof findings === "string" ? findings : findings.map(({ message }) => message)).toEqual([
      "The plan likely takes 60 agents, the brief allows 10 agents.",
      "The plan likely takes 60,000 tokens, the brief allows 10,000 tokens.",
      "The plan likely takes 15 minutes, the brief allows 1 minute.",
      "The plan likely takes $0.30, the brief allows $0.05.",
    ]);
  });

  it("trips on the policy's ceiling where the brief allows more", () => {
    expect(tripped(budgetOver, map(10), { question: "What?" }, { ...priced, policy: { ceilings: { maxCostMicroUsd: 10_000 } } })).toEqual(["plan"]);
  });

  it("is silent at the limit itself", () => {
    expect(tripped(budgetOver, map(10), { ...overAll, budget: { ...overAll.budget, maxMinutes: 3 } }, priced)).toEqual([]);
  });

  it("says of cost that it is left out where a price is not known", () => {
    expect(examineWith(budgetOver, map(10), { question: "What?", budget: { maxCostMicroUsd: 0 } })).toBe("what the model of the role worker costs is not known, so the cost is left out");
  });
});
