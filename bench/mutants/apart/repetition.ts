import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { inEnglish, spread, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

type Agent = Extract<Node, { kind: "agent" }>;
const agentsOf = ({ graph }: GoodPlan) => graph.nodes.filter((node): node is Agent => node.kind === "agent");

function again(plan: GoodPlan, agent: Agent, changes: object): Mutant {
  const into = plan.graph.edges.filter(({ to }) => to === agent.id).map((edge, index) => ({ ...edge, id: `again-in-${index}`, to: "again" }));
  const out = plan.graph.edges.filter(({ from }) => from === agent.id).map((edge, index) => ({ ...edge, id: `again-out-${index}`, from: "again", as: "again" }));
  return withGraph(plan, { nodes: [...plan.graph.nodes, { ...agent, id: "again", title: `${agent.title}, again`.slice(0, 120), ...changes }], edges: [...plan.graph.edges, ...into, ...out] });
}

const twice = (reword: (text: string) => string) => (plan: GoodPlan) =>
  spread(agentsOf(plan).filter(({ output }) => "as" in output && output.as === "claims")).flatMap((agent) => (typeof agent.instructions === "string" ? [again(plan, agent, { instructions: reword(agent.instructions) })] : []));

const ways: Record<string, (text: string) => string> = {
  asIs: (text) => text,
  polite: (text) => `Please do the following: ${text}`,
  closing: (text) => `${text} Thank you, and take your time.`,
  shouted: (text) => text.replace(/^\w+/, (word) => word.toUpperCase()).replaceAll(". ", ".\n\n"),
  synonyms: (text) => text.replaceAll(/\b[Ff]ind\b/g, "look for").replaceAll(/\bquote\b/g, "cite").replaceAll(/\bQuote\b/g, "Cite").replaceAll(/\beach\b/g, "every").concat(" Be thorough."),
};

export const repetitionOperators: Operator[] = [
  { name: "the same work in slightly other words", breaks: "prose", caughtBy: ["structure/duplicate-work"], mutate: inEnglish(wordings(Object.keys(ways), (way) => twice(ways[way] ?? ((text) => text)))) },
];
