import type { GoodPlan } from "../good-plan.ts";
import { inEnglish, withGraph, wordings, type Mutant, type Operator } from "../operator.ts";
import { oneSided } from "../ways/one-sided.ts";

const supporting = [
  (thesis: string) => `Gather everything which shows ${thesis}. Quote each passage.`,
  (thesis: string) => `Confirm ${thesis}, from the documents, with quotations.`,
  (thesis: string) => `You are looking for evidence ${thesis}. The more examples the better; cite them.`,
  (thesis: string) => `Please strengthen the argument ${thesis} by further proof from your sources.`,
  (thesis: string) => `Passages are to be collected from which it follows ${thesis}.`,
];

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
