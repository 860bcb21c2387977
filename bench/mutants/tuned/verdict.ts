import { withGraph, type Operator } from "../operator.ts";
import { around, last } from "../ways/unverified.ts";

export const verdictOperators: Operator[] = [
  {
    name: "verdict leads nowhere",
    breaks: "structure",
    caughtBy: ["verify/unused", "verify/after-report", "verify/missing"],
    mutate: (plan) =>
      last(plan).map(({ id }) => withGraph(plan, { edges: [...around(plan.graph, id), ...plan.graph.edges.filter(({ to }) => to === id)].map((edge, index) => ({ ...edge, id: `e-${index}` })) })),
  },
  {
    name: "report first, verdict later",
    breaks: "structure",
    caughtBy: ["verify/after-report", "verify/missing"],
    mutate: (plan) => {
      const { reportNode } = plan.graph;
      return last(plan).map(({ id }) => withGraph(plan, { edges: [...around(plan.graph, id), ...plan.graph.edges.filter(({ to }) => to === id), { from: reportNode ?? "", to: id, as: "written" }].map((edge, index) => ({ ...edge, id: `e-${index}` })) }));
    },
  },
];
