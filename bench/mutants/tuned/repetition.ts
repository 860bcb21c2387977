import { withGraph, wordings, type Operator } from "../operator.ts";
import { agentsOf, twice } from "../ways/twice.ts";

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
