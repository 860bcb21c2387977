import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

type Agent = Extract<Node, { kind: "agent" }>;
const agentsOf = ({ graph }: GoodPlan) => graph.nodes.filter((node): node is Agent => node.kind === "agent");

function again(plan: GoodPlan, agent: Agent, changes: object): Mutant {
  const into = plan.graph.edges.filter(({ to }) => to === agent.id).map((edge, index) => ({ ...edge, id: `again-in-${index}`, to: "again" }));
  const out = plan.graph.edges.filter(({ from }) => from === agent.id).map((edge, index) => ({ ...edge, id: `again-out-${index}`, from: "again", as: "again" }));
  return withGraph(plan, { nodes: [...plan.graph.nodes, { ...agent, id: "again", title: `${agent.title}, again`.slice(0, 120), ...changes }], edges: [...plan.graph.edges, ...into, ...out] });
}

const twice = (reword: (text: string) => string) => (plan: GoodPlan) =>
  spread(agentsOf(plan).filter(({ output }) => "as" in output && output.as === "claims")).flatMap((agent) => (typeof agent.instructions === "string" ? [again(plan, agent, { instructions: reword(agent.instructions) })] : []));

export const repetitionOperators: Operator[] = [
  { name: "the same work twice", breaks: "structure", caughtBy: ["structure/duplicate-work"], mutate: twice((text) => text) },
  {
    name: "everybody does the same",
    breaks: "structure",
    caughtBy: ["context/undivided", "structure/duplicate-work"],
    mutate: wordings(
      ["Answer the question as well as you can, with quotations.", "Research the topic in the sources, and return everything that is relevant.", "Work through the material and extract claims.", "Do the analysis that the user asked for."],
      (instructions) => (plan) => {
        const groups = Map.groupBy(agentsOf(plan).filter(({ id }) => !plan.graph.edges.some(({ to }) => to === id)), ({ parent }) => parent);
        return [...groups.values()].filter((group) => group.length >= 4).flatMap((group) => {
          const [model] = group;
          if (model === undefined) return [];
          const covers = [...new Set(group.flatMap((agent) => agent.covers))];
          return [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (group.some((agent) => agent === node) ? { ...node, instructions, covers, context: model.context, tools: model.tools, doneWhen: model.doneWhen } : node)) })];
        });
      },
    ),
  },
];
