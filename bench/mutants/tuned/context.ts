import { inEnglish, perNode, withGraph, wordings, type Operator } from "../operator.ts";

const append = (text: string) => perNode("agent", ({ instructions }) => (typeof instructions === "string" ? { instructions: `${instructions}${text}` } : null));
const caughtBy = ["context/names-what-it-lacks"];

export const contextOperators: Operator[] = [
  {
    name: "template of nothing",
    breaks: "structure",
    caughtBy,
    mutate: wordings([" Use {{quarterly_numbers}}.", " Start from {{ inputs.interview_notes }}.", " The list is {{inputs.shortlist.entries}}.", " Follow {{style_guide}} closely.", "\n\nContext:\n{{previous_step_output}}"], append),
  },
  {
    name: "file that was never handed over",
    breaks: "prose",
    caughtBy,
    mutate: inEnglish(wordings([" Compare your findings with the attached spreadsheet.", " The file exceptions.csv lists what to skip.", " Use the template in guidelines.docx.", " See the enclosed PDF for the definitions.", " Values missing there are in /data/fallback.json."], append)),
  },
  {
    name: "inputs withheld",
    breaks: "prose",
    caughtBy,
    mutate: inEnglish((plan) => {
      /* Only where the instructions lean on what comes in. */
      const leaning = /\b(?:given|you get|timelines?|bulletin|conditions)\b/i;
      return perNode("agent", ({ id, context, instructions }, { graph }) => {
        const isFed = graph.edges.some(({ to, kind }) => to === id && kind === "data");
        return !isFed || "unknown" in context || typeof instructions !== "string" || !leaning.test(instructions) ? null : { context: { ...context, inputs: [] } };
      })(plan);
    }),
  },
  {
    name: "edge cut that instructions lean on",
    breaks: "prose",
    caughtBy,
    mutate: inEnglish((plan) => {
      const leaning = new Set(["conditions", "exposed", "not-exposed", "cache-theory", "rival-theory", "lessons", "defence", "compare"]);
      return [...leaning].flatMap((id) => {
        const into = plan.graph.edges.filter(({ to }) => to === id);
        if (into.length === 0) return [];
        return [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.id === id && node.kind === "agent" && !("unknown" in node.context) ? { ...node, context: { ...node.context, inputs: "all" } } : node)), edges: plan.graph.edges.filter((edge) => !into.includes(edge)) })];
      });
    }),
  },
  {
    name: "context too narrow for its own instructions",
    breaks: "structure",
    caughtBy: ["context/overflow"],
    mutate: (plan) => [10, 25].flatMap((maxTokens) => perNode("agent", ({ context }) => ("unknown" in context ? null : { context: { ...context, maxTokens } }))(plan)),
  },
];
