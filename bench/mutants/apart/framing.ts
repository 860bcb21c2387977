import type { GoodPlan } from "../good-plan.ts";
import { inEnglish, withGraph, without, type Mutant, type Operator } from "../operator.ts";

/** Per plan with a yes/no question: whose instructions look at the other side, and what is to be shown instead. */
const sides: Record<string, { turn: string[]; neutral: Record<string, string>; thesis: string }> = {
  "bus-lane-hypothesis": { turn: ["against"], neutral: { confounders: "List the roadworks and timetable changes of the years 2022 to 2024, with date and quotation." }, thesis: "that the bus lanes made buses faster" },
  "checkout-incident": { turn: ["rival-theory"], neutral: {}, thesis: "that the cache deployment caused the outage" },
  "melatonin-screening": { turn: ["devils-advocate"], neutral: { screen: "Screen the complete set of abstracts, page after page until the cursor is exhausted. Include randomised or cross-over trials of melatonin in shift workers.", outcome: "Extract sleep onset latency in both arms, with dispersion and n, from the full text of the study. Quote table row or sentence." }, thesis: "that melatonin shortens the time to fall asleep" },
  "advisory-exposure": { turn: ["not-exposed"], neutral: {}, thesis: "that we are affected by the advisories" },
  "travel-policy": { turn: ["from-policy", "from-agreement", "defence"], neutral: {}, thesis: "that the travel policy agrees with the works agreement" },
};

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

/** The same thing said to each in other words. */
const reworded = [
  ["The supplier's data cannot be trusted.", "Note that the data of the supplier is not trustworthy.", "The data which the supplier gave us is untrustworthy."],
  ["The project was late because of the contractor.", "The contractor is the reason why the project was late.", "Remember that the contractor made the project late."],
  ["Customers left on account of the price increase.", "The price increase drove customers away.", "It was the price increase that made customers leave."],
];

export const framingOperators: Operator[] = [
  {
    name: "the other side's worker gone",
    breaks: "prose",
    caughtBy: ["framing/one-sided"],
    mutate: inEnglish((plan) => {
      const side = sides[plan.name];
      if (side === undefined || side.turn.length > 1) return [];
      return oneSided(() => "")(plan).map(({ brief, graph }) => without({ name: plan.name, brief, graph }, ({ id }) => side.turn.includes(id)));
    }),
  },
  {
    name: "premise in varying words",
    breaks: "prose",
    caughtBy: ["framing/shared-premise"],
    mutate: inEnglish((plan) =>
      reworded.flatMap((versions) => {
        const agents = plan.graph.nodes.filter(({ kind }) => kind === "agent").slice(0, versions.length);
        if (agents.length < versions.length) return [];
        return [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && agents.includes(node) ? { ...node, instructions: `${versions[agents.indexOf(node)] ?? ""} ${String(node.instructions)}` } : node)) })];
      }),
    ),
  },
];
