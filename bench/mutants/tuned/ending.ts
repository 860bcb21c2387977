import type { GoodPlan } from "../good-plan.ts";
import { inEnglish, perNode, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

const done = (doneWhen: string, ofNodes?: string) => (plan: GoodPlan): Mutant[] => [
  withGraph(plan, { strategy: { ...plan.graph.strategy, doneWhen }, nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && ofNodes !== undefined ? { ...node, doneWhen: ofNodes } : node)) }),
];

const dropping = [
  "Where sources contradict each other, keep the more recent one and leave the other out.",
  "Resolve conflicts silently in favour of the majority.",
  "If two findings disagree, pick the more plausible and discard the rest.",
  "The report should speak with one voice: remove contradictory statements.",
  "Do not mention disagreements between the workers.",
  "Contradictions are to be smoothed out, so that a clear message remains.",
];

const returned = [
  "All workers have returned.",
  "Done when every agent has finished its task.",
  "The run is complete as soon as all steps have completed.",
  "When the last subagent has delivered its output.",
  "Once all of the branches are back.",
  "Every node in the graph has produced a result.",
];


const flattening = [
  "In the case of contradictions the first source wins; the others need no mention.",
  "Average differing figures and give the mean only.",
  "Leave out whatever is disputed.",
  "Give a single, unambiguous answer, even if the findings are inconsistent, and don't show the inconsistency.",
  "Merge opposing claims into one statement that everybody can agree with.",
];

export const endingOperators: Operator[] = [
  { name: "conflicts dropped by the words only", breaks: "prose", caughtBy: ["synthesis/drops-conflicts"], mutate: inEnglish(wordings(dropping, (text) => perNode("synthesize", () => ({ instructions: `Write the answer, requirement by requirement, with citations. ${text}` })))) },
  { name: "conflicts flattened", breaks: "prose", caughtBy: ["synthesis/drops-conflicts"], mutate: inEnglish(wordings(flattening, (text) => perNode("synthesize", () => ({ instructions: `${text} Write one section for each requirement, and cite every passage that is used.` })))) },
  { name: "claims without evidence", breaks: "structure", caughtBy: ["synthesis/uncited"], mutate: perNode("synthesize", () => ({ requireEvidence: false })) },
  {
    name: "free text as the report",
    breaks: "structure",
    caughtBy: ["synthesis/uncited", "structure/no-report"],
    mutate: (plan) =>
      plan.graph.nodes.filter(({ kind, id }) => kind === "synthesize" && id === plan.graph.reportNode).map((node) =>
        withGraph(plan, { nodes: plan.graph.nodes.map((other) => (other === node ? { kind: "agent", id: node.id, title: node.title, instructions: "Write up what was found as an essay.", output: { as: "text" }, maxTurns: 4, budget: { maxTokens: 60_000 }, doneWhen: "The essay answers the question." } : other)) }),
      ),
  },
  { name: "done when all are back", breaks: "prose", caughtBy: ["done/all-returned"], mutate: inEnglish(wordings(returned, (text) => done(text))) },
  { name: "no word on when it is done", breaks: "structure", caughtBy: ["done/missing"], mutate: (plan) => [...done("", "")(plan), ...done("  \n", "")(plan)] },
];
