import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph } from "../operator.ts";

/** The agents whose answer goes straight into a node of this kind. */
const feeding = ({ graph }: GoodPlan, receiver: string) =>
  graph.nodes.filter(({ id, kind }) => kind === "agent" && graph.edges.some(({ from, to }) => from === id && graph.nodes.some((node) => node.id === to && node.kind === receiver)));

/** Some of those agents with another output. */
export const answering = (receiver: string, output: object) => (plan: GoodPlan) => spread(feeding(plan, receiver)).map((agent) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === agent ? { ...agent, output } : node)) }));
