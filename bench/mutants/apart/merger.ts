import { inEnglish, perNode, withGraph, without, type Operator } from "../operator.ts";

const quiet = [
  "If two workers contradict each other, believe the first one and don't mention it.",
  "The report must not contain conflicting information; remove whatever would confuse.",
  "- one number per row, pick the most plausible\n- no remarks on disagreement",
  "You ignore outliers and minority findings.",
  "Contradictions have to be eliminated before the reader sees them.",
];
const counted = [
  "We are finished if no agent is working any more.",
  "Completion: all nodes in status completed.",
  "You're done when you've heard from everyone.",
  "Each of the workers has sent its answer back, then it is over.",
  "As soon as the outputs of all parallel steps are available.",
];
const beliefs = [
  "Note: the outage in spring was caused by an untrained temp.",
  "Background: competitors abandoned this approach because it doesn't pay.",
  "Remember that customers in the south complain twice as often as others.",
  "Our lawyers have confirmed that the agreement of 2020 is void, so ignore it.",
  "It is well established that older entries contain more mistakes than newer ones.",
];
const otherSide = /\b(?:refut\w*|against|disprov\w*|opposite|other side|too long|did not|does damage|overturn|exclusion|presume that the record must)\b/i;

/** Reports that show one side, and premises and ends that nobody asked for. */
export const mergerOperators: Operator[] = [
  { name: "conflicts dropped", breaks: "structure", caughtBy: ["synthesis/drops-conflicts"], mutate: perNode("synthesize", () => ({ conflicts: "drop" })) },
  {
    name: "disagreement kept from the reader",
    breaks: "prose",
    caughtBy: ["synthesis/drops-conflicts"],
    mutate: inEnglish((plan) => quiet.flatMap((text) => perNode("synthesize", () => ({ instructions: `Summarise what was found, requirement by requirement.\n${text}` }))(plan).slice(0, 1))),
  },
  { name: "final claims without evidence", breaks: "structure", caughtBy: ["synthesis/uncited"], mutate: perNode("synthesize", () => ({ requireEvidence: false })) },
  {
    name: "heads counted instead of answers",
    breaks: "prose",
    caughtBy: ["done/all-returned"],
    mutate: inEnglish((plan) => counted.map((doneWhen) => withGraph(plan, { strategy: { ...plan.graph.strategy, doneWhen } }))),
  },
  {
    name: "belief handed to all",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) => {
      const told = plan.graph.nodes.filter((node) => node.kind === "agent" && node.covers.length > 0 && typeof node.instructions === "string");
      if (told.length < 2) return [];
      return beliefs.map((belief) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (told.includes(node) && node.kind === "agent" ? { ...node, instructions: `${belief}\n${String(node.instructions)}` } : node)) }));
    }),
  },
  {
    name: "other side sent home",
    breaks: "prose",
    caughtBy: ["framing/one-sided"],
    mutate: inEnglish((plan) => {
      const isYesOrNo = /^(?:is|are|do|does|did|should|can|could|was|were|has|have|will|would)\b|\bwhether\b|\bhypothesis\b/i.test(plan.brief.question);
      const agents = plan.graph.nodes.filter((node) => node.kind === "agent");
      const doubters = agents.filter(({ title, instructions }) => otherSide.test(`${title} ${typeof instructions === "string" ? instructions : ""}`));
      const others = agents.filter((agent) => !doubters.includes(agent) && agent.covers.length > 0);
      // Who still has to report nothing, harm or failure looks at both sides.
      const areFair = others.some(({ title, instructions, doneWhen }) => /\b(?:null|contrary|fails?|harm|doubt|contradict\w*|compare\w*|speaks against|not pass\w*|or not)\b/i.test(`${title} ${String(instructions)} ${doneWhen}`));
      if (!isYesOrNo || doubters.length === 0 || others.length === 0 || areFair) return [];
      const rest = without(plan, (node) => doubters.some((doubter) => doubter === node));
      const summaries = ["Evidence is gathered and checked.", "Gather, check, write.", "First we collect, then it's verified by another model, then the answer is composed.", "- collect\n- verify\n- report"];
      return summaries.map((summary) =>
        withGraph({ ...plan, ...rest }, {
          strategy: { summary, dimension: "by requirement", doneWhen: "Each requirement has a checked claim." },
          nodes: rest.graph.nodes.map((node) => {
            if (node.kind === "verify") return { ...node, criteria: "Does the quoted passage say what the claim says?" };
            return node.kind === "synthesize" ? { ...node, instructions: "Answer the question first, then give the findings with their sources." } : { ...node, rationale: "" };
          }),
        }),
      );
    }),
  },
];
