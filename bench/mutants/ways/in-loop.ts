import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, type Operator } from "../operator.ts";

/** Puts one worker into a loop. */
export function inLoop(loop: object): Operator["mutate"] {
  return (plan: GoodPlan) =>
    spread(plan.graph.nodes.filter(({ kind, parent }) => kind === "agent" && parent === undefined)).map((agent) =>
      withGraph(plan, {
        nodes: plan.graph.nodes.flatMap<object>((node) => (node === agent ? [{ kind: "loop", id: "again", title: "Until it is enough", until: "iteration > 1 && previous == null", ...loop }, { ...agent, parent: "again" }] : [node])),
        edges: plan.graph.edges.map((edge) => ({ ...edge, from: edge.from === agent.id ? "again" : edge.from, to: edge.to === agent.id ? "again" : edge.to })),
      }),
    );
}
