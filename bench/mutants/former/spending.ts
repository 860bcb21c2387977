import { perNode, withBrief, type Operator } from "../operator.ts";

export const spendingOperators: Operator[] = [
  {
    name: "a budget far too small",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [{ maxTokens: 800 }, { maxCostMicroUsd: 20 }, { maxMinutes: 0.02 }].map((tight) => withBrief(plan, { budget: { ...plan.brief.budget, ...tight } })),
  },
  { name: "only a limit of minutes", breaks: "structure", caughtBy: ["budget/unlimited-node"], mutate: perNode("agent", () => ({ maxTurns: undefined, budget: { maxMinutes: 500 } })) },
];
