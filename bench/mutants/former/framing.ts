import { inEnglish, withGraph, without, type Operator } from "../operator.ts";
import { oneSided, sides } from "../ways/one-sided.ts";

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
