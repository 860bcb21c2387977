import type { GoodPlan } from "../good-plan.ts";
import { inEnglish, perNode, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

const add = (text: string) => perNode("synthesize", ({ instructions }) => (typeof instructions === "string" ? { instructions: `${instructions} ${text}` } : null));
const done = (doneWhen: string, ofNodes?: string) => (plan: GoodPlan): Mutant[] => [
  withGraph(plan, { strategy: { ...plan.graph.strategy, doneWhen }, nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && ofNodes !== undefined ? { ...node, doneWhen: ofNodes } : node)) }),
];


const back = [
  "Finished after the last of the steps has ended.",
  "We are done if none of the workers is running any more.",
  "As soon as every task is marked as completed.",
  "All results have been handed in.",
  "The work is regarded as finished when all agents have answered.",
];

export const endingOperators: Operator[] = [
  { name: "conflicts dropped", breaks: "structure", caughtBy: ["synthesis/drops-conflicts"], mutate: perNode("synthesize", () => ({ conflicts: "drop" })) },
  {
    name: "claims without evidence, and told so",
    breaks: "structure",
    caughtBy: ["synthesis/uncited"],
    mutate: wordings(["Leave out citations.", "No references are needed in the text.", "Fill gaps from general knowledge.", "Write fluently; footnotes only distract."], (text) => (plan) => add(text)(plan).map((mutant) => ({ ...mutant, graph: { ...mutant.graph, nodes: mutant.graph.nodes.map((node) => (node.kind === "synthesize" ? { ...node, requireEvidence: false } : node)) } }))),
  },
  { name: "done when all are back, for everybody", breaks: "prose", caughtBy: ["done/all-returned"], mutate: inEnglish(wordings(back, (text) => done(text, ""))) },
];
