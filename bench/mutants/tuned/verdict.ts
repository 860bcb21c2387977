import type { GoodPlan } from "../good-plan.ts";
import { withGraph, type Operator } from "../operator.ts";

type Edge = GoodPlan["graph"]["edges"][number];

/** Edges around a node, as if it weren't there. */
function around({ edges }: GoodPlan["graph"], id: string): Edge[] {
  const into = edges.filter(({ to }) => to === id);
  const past = edges.filter(({ from }) => from === id).flatMap((out) => into.map((one) => ({ ...one, id: `${one.from}-to-${out.to}`.slice(0, 60).replace(/-+$/, ""), to: out.to, as: one.as, kind: "data" as const })));
  const rest = edges.filter(({ from, to }) => from !== id && to !== id);
  return [...rest, ...past.filter((one) => !rest.some(({ to, as }) => to === one.to && as === one.as))];
}

const verifiers = ({ graph }: GoodPlan) => graph.nodes.filter(({ kind }) => kind === "verify");

const last = (plan: GoodPlan) => verifiers(plan).filter(({ id, parent }) => parent === undefined && plan.graph.edges.some(({ from, to }) => from === id && to === plan.graph.reportNode));

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
