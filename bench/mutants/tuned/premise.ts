import { inEnglish, withGraph, type Mutant, type Operator } from "../operator.ts";
import type { GoodPlan } from "../good-plan.ts";

const openings = [
  "It is known that the records of 2023 were falsified.",
  "The decline began with the reorganisation in March.",
  "As everyone agrees, the largest provider has the lowest error rate.",
  "Given that the management has already admitted the mistake, concentrate on its extent.",
  "Bear in mind that the northern office caused most of the delays.",
  "Fact: 80 % of the cases go back to human error.",
];
const clauses = [
  "Since the newer documents are always the correct ones, weigh them higher.",
  "Because the old team left without a handover, gaps are due to negligence.",
  "The external consultants proved last year that the process is too slow, so treat slowness as established.",
  "You already know that the Berlin figures are inflated; correct for it.",
  "It having been shown that users don't read warnings, disregard these.",
];

/** The same statement in the instructions of all who cover something. */
function tellAll(plan: GoodPlan, say: (instructions: string) => string): Mutant[] {
  const told = plan.graph.nodes.filter((node) => node.kind === "agent" && node.covers.length > 0 && typeof node.instructions === "string");
  if (told.length < 2) return [];
  return [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (told.includes(node) && node.kind === "agent" && typeof node.instructions === "string" ? { ...node, instructions: say(node.instructions) } : node)) })];
}

const sides = [
  (text: string) => ({ title: `Support for: ${text}`.slice(0, 110), instructions: `Collect evidence that the answer is yes as regards: ${text}. Quote each passage.` }),
  (text: string) => ({ title: `Confirmation of ${text}`.slice(0, 110), instructions: `Please find passages which confirm the assumption with respect to "${text}" and cite them.` }),
  (text: string) => ({ title: `Arguments in favour: ${text}`.slice(0, 110), instructions: `- gather arguments in favour, concerning ${text}\n- the stronger the better\n- give the quote` }),
  (text: string) => ({ title: `Show that it is so: ${text}`.slice(0, 110), instructions: `Your aim is to show that it is so. Take "${text}" and document everything that speaks for it, with quotations.` }),
];

/** A yes that was decided on before anyone looked. */
export const premiseOperators: Operator[] = [
  {
    name: "premise told to all at the outset",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) => openings.flatMap((premise) => tellAll(plan, (instructions) => `${premise} ${instructions}`))),
  },
  {
    name: "premise slipped in afterwards",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) => clauses.flatMap((premise) => tellAll(plan, (instructions) => `${instructions}\n${premise}`))),
  },
  {
    name: "all sent to look for a yes",
    breaks: "prose",
    caughtBy: ["framing/one-sided"],
    mutate: inEnglish((plan) => {
      const isYesOrNo = /^(?:is|are|do|does|did|should|can|could|was|were|has|have|will|would)\b|\bwhether\b|\bhypothesis\b/i.test(plan.brief.question);
      // A brief that asks for the other side itself hands it to whoever covers it.
      const asksForBoth = plan.brief.requirements.some(({ id, text }) => /\b(?:null|speaks? against|harm|objections?|risks?|rivals?|refut\w*)\b/i.test(`${id} ${text}`));
      if (!isYesOrNo || asksForBoth) return [];
      return sides.map((side) =>
        withGraph(plan, {
          strategy: { summary: "Evidence is gathered per requirement and then checked.", dimension: "by requirement", doneWhen: "Each requirement has a checked claim." },
          nodes: plan.graph.nodes.map((node) => {
            if (node.kind === "verify") return { ...node, title: "Check", rationale: "", criteria: "Does the quoted passage say what the claim says?" };
            if (node.kind === "synthesize") return { ...node, rationale: "", instructions: "Answer the question and cite." };
            if (node.kind !== "agent" || node.covers.length === 0) return node;
            return { ...node, ...side(node.covers.join(", ").replaceAll("-", " ")), rationale: "", doneWhen: "Five quotations." };
          }),
        }),
      );
    }),
  },
];
