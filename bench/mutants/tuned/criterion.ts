import { inEnglish, perNode, spread, withGraph, type Operator } from "../operator.ts";

const forms = [
  "Check that the output is valid JSON and has all required fields.",
  "Is every claim shorter than 40 words and free of spelling mistakes?",
  "Please make sure that the headings are in the right order and the tone is professional.",
  "- numbered list\n- at least three bullets each\n- Markdown renders",
  "You verify that the answer keeps to the template and isn't longer than two pages.",
  "Formatting, grammar and completeness of the fields are to be assessed.",
  "It must be controlled if the text has the good length and the dates are written in the ISO format.",
];
const suppressions = [
  "Where sources disagree, go with the more recent one and leave the other out.",
  "Present one consistent picture; omit findings that don't fit it.",
  "Please resolve any contradictions silently so the reader isn't confused.",
  "Keep only the majority view.",
  "- no conflicting statements in the text\n- if two clash, drop the weaker",
  "You smooth over differences between the workers and tell a single story.",
  "Diverging figures are to be averaged and not mentioned.",
];
const returned = [
  "All workers have returned.",
  "The run is finished as soon as every agent has delivered its output.",
  "When each branch has completed.",
  "Done once all subagents have reported back.",
  "Every step has run without an error.",
  "It is ready when the last node is executed.",
  "- all tasks green\n- report written",
];

/** What counts as checked, as merged, as done. */
export const criterionOperators: Operator[] = [
  {
    name: "criteria of form alone",
    breaks: "prose",
    caughtBy: ["verify/form-only"],
    mutate: inEnglish((plan) => {
      const verifiers = plan.graph.nodes.filter(({ kind }) => kind === "verify");
      return forms.flatMap((criteria, index) => {
        const chosen = verifiers[index % verifiers.length];
        return chosen === undefined ? [] : [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === chosen ? { ...node, criteria } : node)) })];
      });
    }),
  },
  {
    name: "contradictions told away",
    breaks: "prose",
    caughtBy: ["synthesis/drops-conflicts"],
    mutate: inEnglish((plan) => suppressions.flatMap((text) => perNode("synthesize", () => ({ instructions: `Write the report for the reader, with sources. ${text}` }))(plan).slice(0, 1))),
  },
  {
    name: "done when all are back",
    breaks: "prose",
    caughtBy: ["done/all-returned"],
    mutate: inEnglish((plan) => returned.map((doneWhen) => withGraph(plan, { strategy: { ...plan.graph.strategy, doneWhen } }))),
  },
  {
    name: "done nowhere defined",
    breaks: "structure",
    caughtBy: ["done/missing"],
    mutate: (plan) => {
      const strategy = { ...plan.graph.strategy, doneWhen: "" };
      const agents = spread(plan.graph.nodes.filter(({ kind }) => kind === "agent"));
      return [
        withGraph(plan, { strategy, nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, doneWhen: "" } : node)) }),
        withGraph(plan, { strategy: { ...strategy, doneWhen: "  \n " }, nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, doneWhen: " " } : node)) }),
        ...(agents.length > 0 ? [withGraph(plan, { strategy })] : []),
      ];
    },
  },
];
