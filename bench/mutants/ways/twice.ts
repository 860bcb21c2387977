import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, type Mutant } from "../operator.ts";

export type Agent = Extract<Node, { kind: "agent" }>;
/** The workers of a plan. */
export const agentsOf = ({ graph }: GoodPlan) => graph.nodes.filter((node): node is Agent => node.kind === "agent");

/** The plan with one worker a second time. */
function again(plan: GoodPlan, agent: Agent, changes: object): Mutant {
  const into = plan.graph.edges.filter(({ to }) => to === agent.id).map((edge, index) => ({ ...edge, id: `again-in-${index}`, to: "again" }));
  const out = plan.graph.edges.filter(({ from }) => from === agent.id).map((edge, index) => ({ ...edge, id: `again-out-${index}`, from: "again", as: "again" }));
  return withGraph(plan, { nodes: [...plan.graph.nodes, { ...agent, id: "again", title: `${agent.title}, again`.slice(0, 120), ...changes }], edges: [...plan.graph.edges, ...into, ...out] });
}

/** Some workers a second time, each with its instructions reworded. */
export const twice = (reword: (text: string) => string) => (plan: GoodPlan) =>
  spread(agentsOf(plan).filter(({ output }) => "as" in output && output.as === "claims")).flatMap((agent) => (typeof agent.instructions === "string" ? [again(plan, agent, { instructions: reword(agent.instructions) })] : []));
