import { inEnglish, perNode, spread, withGraph, type Operator } from "../operator.ts";
import type { Graph } from "../../../core/workflow/graph.ts";
import type { GoodPlan } from "../good-plan.ts";

const forms = [
  "The answer should have four sections, each with a heading, and no more than 800 words.",
  "Does the table have a row per entry and are the columns in the right order?",
  "Verify the JSON parses, keys are snake_case, no nulls.",
  "Kindly confirm that wording, punctuation and layout follow the house style.",
  "You check that all the links are in the correct syntax and that the bullets begin with a capital letter.",
  "Reject it when it is too long or badly readable.",
];

/** The edges that lead past some nodes, from those before them to those after. */
function bridges({ edges }: Graph, gone: ReadonlySet<string>) {
  const bridged = [...gone].flatMap((id, place) =>
    edges.filter(({ to }) => to === id).flatMap((before, row) => edges.filter(({ from }) => from === id).map((after, column) => ({ id: `past-${place}-${row}-${column}`, from: before.from, to: after.to, as: `past_${place}_${row}_${column}` }))),
  );
  return bridged.filter((bridge, index) => !gone.has(bridge.from) && !gone.has(bridge.to) && bridged.findIndex(({ from, to }) => from === bridge.from && to === bridge.to) === index);
}

function withoutVerifiers(plan: GoodPlan, gone: ReadonlySet<string>) {
  const { nodes, edges } = plan.graph;
  return withGraph(plan, { nodes: nodes.filter(({ id }) => !gone.has(id)), edges: [...edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)), ...bridges(plan.graph, gone)] });
}

/** Checks that are gone, empty or without consequence. */
export const proofOperators: Operator[] = [
  {
    name: "verifier taken out",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) => {
      const all = plan.graph.nodes.filter(({ kind }) => kind === "verify").map(({ id }) => id);
      return [...spread(all).map((id) => withoutVerifiers(plan, new Set([id]))), ...(all.length > 1 ? [withoutVerifiers(plan, new Set(all))] : [])];
    },
  },
  {
    name: "join in the verifier's place",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) =>
      spread(plan.graph.nodes.filter(({ kind }) => kind === "verify")).map((verifier) => {
        const { id, title, rationale, parent, phase, covers } = verifier;
        return withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === verifier ? { id, title, rationale, parent, phase, covers, kind: "join" } : node)) });
      }),
  },
  {
    name: "criteria for the eye",
    breaks: "prose",
    caughtBy: ["verify/form-only"],
    mutate: inEnglish((plan) => forms.flatMap((criteria, index) => perNode("verify", () => ({ criteria }))(plan).slice(index % 2, (index % 2) + 1))),
  },
  { name: "refuted, and never mind", breaks: "structure", caughtBy: ["verify/unused"], mutate: perNode("verify", () => ({ onRefuted: "ignore" })) },
  {
    name: "verdicts that go nowhere",
    breaks: "structure",
    caughtBy: ["verify/unused", "verify/missing", "verify/after-report"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const verifiers = nodes.filter(({ id, kind, parent }) => kind === "verify" && parent === undefined && edges.some(({ from }) => from === id));
      return spread(verifiers).flatMap(({ id }) => {
        const past = bridges(plan.graph, new Set([id]));
        return [
          withGraph(plan, { edges: [...edges.filter(({ from }) => from !== id), ...past] }),
          withGraph(plan, { edges: [...edges.map((edge) => (edge.from === id ? { ...edge, kind: "order" } : edge)), ...past] }),
        ];
      });
    },
  },
];
