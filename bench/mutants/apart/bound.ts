import type { GoodPlan } from "../good-plan.ts";
import { spread, withBrief, withGraph, type Operator } from "../operator.ts";

/** Puts one worker into a loop. */
function inLoop(loop: object): Operator["mutate"] {
  return (plan: GoodPlan) =>
    spread(plan.graph.nodes.filter(({ kind, parent }) => kind === "agent" && parent === undefined)).map((agent) =>
      withGraph(plan, {
        nodes: plan.graph.nodes.flatMap<object>((node) => (node === agent ? [{ kind: "loop", id: "again", title: "Until it is enough", until: "iteration > 1 && previous == null", ...loop }, { ...agent, parent: "again" }] : [node])),
        edges: plan.graph.edges.map((edge) => ({ ...edge, from: edge.from === agent.id ? "again" : edge.from, to: edge.to === agent.id ? "again" : edge.to })),
      }),
    );
}

export const boundOperators: Operator[] = [
  { name: "loop of a million passes", breaks: "structure", caughtBy: ["structure/unbounded-loop"], mutate: inLoop({ maxIterations: 1_000_000 }) },
  {
    name: "fewer agents granted than planned",
    breaks: "structure",
    caughtBy: ["structure/unbounded-fan-out", "budget/over"],
    mutate: (plan) => {
      const agents = plan.graph.nodes.filter(({ kind }) => kind === "agent").length;
      return [1, Math.floor(agents / 3)].filter((most, index, all) => most > 0 && most < agents && all.indexOf(most) === index).map((maxAgents) => withBrief(plan, { budget: { ...plan.brief.budget, maxAgents } }));
    },
  },
];
