import type { GoodPlan } from "../good-plan.ts";
import { withGraph, type Mutant } from "../operator.ts";

/** Per plan with a yes/no question: whose instructions look at the other side, and what is to be shown instead. */
export const sides: Record<string, { turn: string[]; neutral: Record<string, string>; thesis: string }> = {
  "bus-lane-hypothesis": { turn: ["against"], neutral: { confounders: "List the roadworks and timetable changes of the years 2022 to 2024, with date and quotation." }, thesis: "that the bus lanes made buses faster" },
  "checkout-incident": { turn: ["rival-theory"], neutral: {}, thesis: "that the cache deployment caused the outage" },
  "melatonin-screening": { turn: ["devils-advocate"], neutral: { screen: "Screen the complete set of abstracts, page after page until the cursor is exhausted. Include randomised or cross-over trials of melatonin in shift workers.", outcome: "Extract sleep onset latency in both arms, with dispersion and n, from the full text of the study. Quote table row or sentence." }, thesis: "that melatonin shortens the time to fall asleep" },
  "advisory-exposure": { turn: ["not-exposed"], neutral: {}, thesis: "that we are affected by the advisories" },
  "travel-policy": { turn: ["from-policy", "from-agreement", "defence"], neutral: {}, thesis: "that the travel policy agrees with the works agreement" },
};

/** The plan in which those who look at the other side are told to look for support. */
export function oneSided(wording: (thesis: string) => string): (plan: GoodPlan) => Mutant[] {
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
