import type { GoodPlan } from "../good-plan.ts";
import { inEnglish, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";

/** Per plan with a yes/no question: whose instructions look at the other side, and what is to be shown instead. */
const sides: Record<string, { turn: string[]; neutral: Record<string, string>; thesis: string }> = {
  "bus-lane-hypothesis": { turn: ["against"], neutral: { confounders: "List the roadworks and timetable changes of the years 2022 to 2024, with date and quotation." }, thesis: "that the bus lanes made buses faster" },
  "checkout-incident": { turn: ["rival-theory"], neutral: {}, thesis: "that the cache deployment caused the outage" },
  "melatonin-screening": { turn: ["devils-advocate"], neutral: { screen: "Screen the complete set of abstracts, page after page until the cursor is exhausted. Include randomised or cross-over trials of melatonin in shift workers.", outcome: "Extract sleep onset latency in both arms, with dispersion and n, from the full text of the study. Quote table row or sentence." }, thesis: "that melatonin shortens the time to fall asleep" },
  "advisory-exposure": { turn: ["not-exposed"], neutral: {}, thesis: "that we are affected by the advisories" },
  "travel-policy": { turn: ["from-policy", "from-agreement", "defence"], neutral: {}, thesis: "that the travel policy agrees with the works agreement" },
};

const supporting = [
  (thesis: string) => `Gather everything which shows ${thesis}. Quote each passage.`,
  (thesis: string) => `Confirm ${thesis}, from the documents, with quotations.`,
  (thesis: string) => `You are looking for evidence ${thesis}. The more examples the better; cite them.`,
  (thesis: string) => `Please strengthen the argument ${thesis} by further proof from your sources.`,
  (thesis: string) => `Passages are to be collected from which it follows ${thesis}.`,
];

function oneSided(wording: (thesis: string) => string): (plan: GoodPlan) => Mutant[] {
  return (plan) => {
    const side = sides[plan.name];
    if (side === undefined) return [];
    const nodes = plan.graph.nodes.map((node) => {
      if (side.turn.includes(node.id)) return { ...node, title: node.title.replace(/.*/, "More evidence"), rationale: "", instructions: wording(side.thesis), doneWhen: "Five passages are quoted." };
      const neutral = side.neutral[node.id];
      if (neutral !== undefined) return { ...node, instructions: neutral };
      return node.kind === "synthesize" ? { ...node, instructions: "Answer the question in two pages, with citations. Keep conflicting statements visible." } : node;
    });
    return [withGraph(plan, { nodes, strategy: { summary: "The work is divided by kind of material.", dimension: "by material", doneWhen: "The statements of all requirements were ruled on by the checker." } })];
  };
}

const premises = [
  "It is established that the official figures are too high.",
  "Since the responsible people acted negligently, pay attention to every sign of it.",
  "As everybody in the trade knows, prices have doubled since 2020.",
  "Bear in mind that the older documents were falsified.",
  "The root cause is poor communication between the departments.",
  "Because our largest competitor has already given up this approach, its drawbacks are known.",
];

const asides = [
  "Consider that the authority has covered up earlier cases.",
  "The market will shrink by a third until 2030, so read the sources accordingly.",
  "It goes without saying that smaller places perform worse.",
  "Given that the previous team worked carelessly, its notes are wrong in most places.",
  "Management has already decided to go ahead.",
];

/** The same statement in several workers' instructions; a small plan has too few of them. */
const sharing = (premise: string, most: number, place: "first" | "last") => (plan: GoodPlan): Mutant[] => {
  const agents = plan.graph.nodes.filter((node) => node.kind === "agent" && typeof node.instructions === "string").slice(0, most);
  if (agents.length < 3) return [];
  return [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && agents.includes(node) ? { ...node, instructions: place === "first" ? `${premise} ${String(node.instructions)}` : `${String(node.instructions)} ${premise}` } : node)) })];
};

export const framingOperators: Operator[] = [
  { name: "only one side is looked for", breaks: "prose", caughtBy: ["framing/one-sided"], mutate: inEnglish((plan) => supporting.flatMap((wording) => oneSided(wording)(plan))) },
  { name: "premise for everybody", breaks: "prose", caughtBy: ["framing/shared-premise"], mutate: inEnglish(wordings(premises, (premise) => sharing(premise, 200, "first"))) },
  { name: "premise for a few, at the end", breaks: "prose", caughtBy: ["framing/shared-premise"], mutate: inEnglish(wordings(asides, (premise) => sharing(premise, 3, "last"))) },
];
