import { perNode, withGraph, type Operator } from "../operator.ts";

export const spendingOperators: Operator[] = [
  {
    name: "turns without measure",
    breaks: "structure",
    caughtBy: ["budget/over"],
    mutate: (plan) => [
      withGraph({ ...plan, brief: { ...plan.brief, budget: { ...plan.brief.budget, maxTokens: 60_000 } } }, {
        nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, maxTurns: 400, budget: { maxTokens: 5_000_000 } } : node)),
      }),
    ],
  },
  { name: "worker without any limit", breaks: "structure", caughtBy: ["budget/unlimited-node"], mutate: perNode("agent", () => ({ maxTurns: undefined, budget: undefined })) },
  {
    name: "nobody has a limit",
    breaks: "structure",
    caughtBy: ["budget/unlimited-node"],
    mutate: (plan) => [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, maxTurns: undefined, budget: undefined } : node)) })],
  },
];
