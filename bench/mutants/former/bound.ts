import { withBrief, type Operator } from "../operator.ts";
import { inLoop } from "../ways/in-loop.ts";

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
