import type { GoodPlan } from "../good-plan.ts";
import { perNode, spread, withGraph, type Operator } from "../operator.ts";

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
  { name: "loop without an end", breaks: "structure", caughtBy: ["structure/unbounded-loop"], mutate: inLoop({}) },
  {
    name: "rounds unbounded",
    breaks: "structure",
    caughtBy: ["structure/unbounded-loop"],
    mutate: perNode("loop", () => ({ maxIterations: undefined, until: "previous != null && size(previous.claims) == 0" })),
  },
  { name: "map without a limit", breaks: "structure", caughtBy: ["structure/unbounded-fan-out"], mutate: perNode("map", () => ({ maxItems: undefined })) },
  { name: "map above the ceiling", breaks: "structure", caughtBy: ["structure/unbounded-fan-out"], mutate: perNode("map", ({ items }, { brief }) => (typeof items === "string" && !items.startsWith("[") ? { maxItems: brief.budget.maxAgents * 20 } : null)) },
];
