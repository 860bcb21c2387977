import { perNode, withBrief, withGraph, type Operator } from "../../operator.ts";
import { agentsOf } from "./rewiring.ts";

/** Bounds of loops, lists, agents and of the whole. */
export const limitOperators: Operator[] = [
  {
    name: "a loop without end, or as good as",
    breaks: "structure",
    caughtBy: ["structure/unbounded-loop"],
    mutate: (plan) => [undefined, 1_000_000, 250_000].flatMap((maxIterations) => perNode("loop", () => ({ maxIterations }))(plan)),
  },
  {
    name: "a list without a bound",
    breaks: "structure",
    caughtBy: ["structure/unbounded-fan-out"],
    mutate: perNode("map", () => ({ maxItems: undefined })),
  },
  {
    name: "a list with a bound far above the brief's agents",
    breaks: "structure",
    caughtBy: ["structure/unbounded-fan-out", "budget/over"],
    mutate: (plan) => [1_000_000, 90_000].flatMap((maxItems) => perNode("map", ({ id, items }) => (typeof items === "string" && !items.includes("brief.") && plan.graph.nodes.some(({ parent, kind }) => parent === id && kind === "agent") ? { maxItems } : null))(plan)),
  },
  {
    name: "fewer agents allowed than the plan has",
    breaks: "structure",
    caughtBy: ["structure/unbounded-fan-out", "budget/over"],
    mutate: (plan) => (agentsOf(plan).length < 2 ? [] : [withBrief(plan, { budget: { ...plan.brief.budget, maxAgents: 1 } })]),
  },
  {
    name: "far too few tokens",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [100, 900].map((maxTokens) => withBrief(plan, { budget: { ...plan.brief.budget, maxTokens } })),
  },
  {
    name: "far too little money",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [0, 20].map((maxCostMicroUsd) => withBrief(plan, { budget: { ...plan.brief.budget, maxCostMicroUsd } })),
  },
  {
    name: "far too little time",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [0.01, 0.05].map((maxMinutes) => withBrief(plan, { budget: { ...plan.brief.budget, maxMinutes } })),
  },
  {
    name: "an agent that may go on for ever",
    breaks: "structure",
    caughtBy: ["budget/unlimited-node"],
    mutate: perNode("agent", ({ context, budget }) => ({
      maxTurns: undefined,
      budget: budget?.maxMinutes === undefined ? undefined : { maxMinutes: budget.maxMinutes },
      ...("unknown" in context ? {} : { context: { ...context, maxTokens: undefined } }),
    })),
  },
  {
    name: "every agent may go on for ever",
    breaks: "structure",
    caughtBy: ["budget/unlimited-node"],
    mutate: (plan) => [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && !("unknown" in node.context) ? { ...node, maxTurns: undefined, budget: undefined, context: { ...node.context, maxTokens: undefined } } : node)) })],
  },
];
