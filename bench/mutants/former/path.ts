import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, type Operator } from "../operator.ts";

const targets = ({ graph }: GoodPlan, id: string) => graph.edges.filter(({ from }) => from === id).map(({ to }) => to);
const isStart = ({ graph }: GoodPlan, { id }: Node) => !graph.edges.some(({ to }) => to === id);
const startingAgents = (plan: GoodPlan) => spread(plan.graph.nodes.filter((node) => node.kind === "agent" && isStart(plan, node)));
const plus = (plan: GoodPlan, edge: object, nodes: object[] = []) => withGraph(plan, { nodes: [...plan.graph.nodes, ...nodes], edges: [...plan.graph.edges, edge].flat() });

export const pathOperators: Operator[] = [
  {
    name: "two wait for each other",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node", "structure/cycle"],
    mutate: (plan) =>
      startingAgents(plan).map((node) => {
        const { id } = node;
        return withGraph(plan, {
          nodes: [...plan.graph.nodes, { ...node, id: "groundwork", title: "Groundwork", ...(node.kind === "agent" ? { instructions: "Collect the terms that the others should search with." } : {}) }],
          edges: [...plan.graph.edges, { id: "groundwork-in", from: id, to: "groundwork", as: "start" }, { id: "groundwork-out", from: "groundwork", to: id, as: "terms" }],
        });
      }),
  },
  {
    name: "verdict sent back by an edge",
    breaks: "structure",
    caughtBy: ["structure/cycle"],
    mutate: (plan) =>
      spread(plan.graph.edges.filter(({ from, to }) => plan.graph.nodes.some(({ id, kind }) => id === to && kind === "verify") && plan.graph.nodes.some(({ id, kind }) => id === from && kind === "agent"))).map(({ from, to }) =>
        plus(plan, { id: "sent-back", from: to, to: from, as: "verdicts", kind: "order" }),
      ),
  },
  {
    name: "result that leads nowhere",
    breaks: "structure",
    caughtBy: ["structure/dead-output"],
    mutate: (plan) => spread(plan.graph.nodes.filter(({ kind, parent, id }) => kind === "agent" && parent === undefined && targets(plan, id).length > 0)).map(({ id }) => withGraph(plan, { edges: plan.graph.edges.filter(({ from }) => from !== id) })),
  },
];
