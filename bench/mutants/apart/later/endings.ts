import { inEnglish, perNode, withGraph, wordings, type Operator } from "../../operator.ts";
import type { GoodPlan } from "../../good-plan.ts";

const dropping = [
  "Where sources disagree, settle for the more plausible one and leave the other out.",
  "Resolve contradictions silently; the reader wants one clear line.",
  "Do not mention conflicting findings.",
  "In case of contradictions only the majority opinion is to be reported.",
  "If two claims can't both be true, please keep just the newer one.",
  "- smooth over differences between sources\n- one storyline",
  "Contradictory statements shall be omitted.",
];

const returned = [
  "All workers have returned.",
  "Done when every agent has finished its part.",
  "The work is complete as soon as all steps have run and delivered their output.",
  "When each of the researchers has answered.",
  "- all subagents report back",
  "Finished once all nodes are completed without error.",
  "It is done if everybody has sent his result.",
  "All parallel branches have been completed.",
];

const empty = ["", "   ", "Done.", "When finished.", "Until it is good enough.", "tbd"];

function doneWhen({ graph }: GoodPlan, text: string) {
  return { strategy: { ...graph.strategy, doneWhen: text } };
}

/** How it is put together, when it is done, and who lets it through. */
export const endingOperators: Operator[] = [
  { name: "conflicts are dropped", breaks: "structure", caughtBy: ["synthesis/drops-conflicts"], mutate: perNode("synthesize", () => ({ conflicts: "drop" })) },
  {
    name: "words by which conflicts are dropped",
    breaks: "prose",
    caughtBy: ["synthesis/drops-conflicts"],
    mutate: inEnglish(wordings(dropping, (text) => perNode("synthesize", () => ({ instructions: `Write the report from the claims, one section per requirement. ${text}` })))),
  },
  { name: "final claims without evidence", breaks: "structure", caughtBy: ["synthesis/uncited"], mutate: perNode("synthesize", () => ({ requireEvidence: false })) },
  {
    name: "done means that all are back",
    breaks: "prose",
    caughtBy: ["done/all-returned"],
    mutate: inEnglish((plan) => returned.map((text) => withGraph(plan, doneWhen(plan, text)))),
  },
  {
    name: "done means that all are back, for the workers too",
    breaks: "prose",
    caughtBy: ["done/all-returned"],
    mutate: inEnglish((plan) => returned.slice(0, 4).map((text) => withGraph(plan, { ...doneWhen(plan, text), nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, doneWhen: "" } : node)) }))),
  },
  {
    name: "nobody says when it is done",
    breaks: "structure",
    caughtBy: ["done/missing"],
    mutate: (plan) => empty.slice(0, 2).flatMap((text) => [withGraph(plan, doneWhen(plan, text)), withGraph(plan, { ...doneWhen(plan, text), nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, doneWhen: "" } : node)) })]),
  },
  {
    name: "what is said on being done says nothing",
    breaks: "prose",
    caughtBy: ["done/missing", "done/all-returned"],
    mutate: inEnglish((plan) => empty.slice(2).map((text) => withGraph(plan, doneWhen(plan, text)))),
  },
  {
    name: "a checkpoint that approves itself",
    breaks: "structure",
    caughtBy: ["gate/auto-approve"],
    mutate: (plan) => [5, 2_880].flatMap((timeoutMinutes) => perNode("checkpoint", () => ({ timeoutMinutes, onTimeout: "approve" }))(plan)),
  },
];
