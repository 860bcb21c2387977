import { perNode, withBrief, type Operator } from "../operator.ts";

/** What a run may spend is too little, what a requirement needs is not there. */
export const allowanceOperators: Operator[] = [
  {
    name: "tokens for a fraction of it",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => (plan.graph.nodes.filter(({ kind }) => kind === "agent").length < 2 ? [] : [300, 1_000, 2_500].map((maxTokens) => withBrief(plan, { budget: { ...plan.brief.budget, maxTokens } }))),
  },
  {
    name: "seconds for a chain of models",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [0.02, 0.05, 0.1].map((maxMinutes) => withBrief(plan, { budget: { ...plan.brief.budget, maxMinutes } })),
  },
  {
    name: "hardly any money",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [1, 10, 50].map((maxCostMicroUsd) => withBrief(plan, { budget: { ...plan.brief.budget, maxCostMicroUsd } })),
  },
  {
    name: "worker no longer there for what it covered",
    breaks: "structure",
    caughtBy: ["coverage/declared-only"],
    mutate: (plan) => [
      ...perNode("agent", ({ covers, context }) => (covers.length > 0 && "requirements" in context ? { context: { ...context, requirements: [] } } : null))(plan),
      ...perNode("agent", ({ covers, context }) => {
        const others = plan.brief.requirements.map(({ id }) => id).filter((id) => !covers.includes(id));
        return covers.length > 0 && others.length > 0 && "requirements" in context ? { context: { ...context, requirements: others } } : null;
      })(plan),
    ],
  },
];
