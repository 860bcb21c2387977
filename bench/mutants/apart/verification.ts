import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { spread, withGraph, type Mutant, type Operator } from "../operator.ts";

type Edge = GoodPlan["graph"]["edges"][number];

/** Edges around a node, as if it weren't there. */
function around({ edges }: GoodPlan["graph"], id: string): Edge[] {
  const into = edges.filter(({ to }) => to === id);
  const past = edges.filter(({ from }) => from === id).flatMap((out) => into.map((one) => ({ ...one, id: `${one.from}-to-${out.to}`.slice(0, 60).replace(/-+$/, ""), to: out.to, as: one.as, kind: "data" as const })));
  const rest = edges.filter(({ from, to }) => from !== id && to !== id);
  return [...rest, ...past.filter((one) => !rest.some(({ to, as }) => to === one.to && as === one.as))];
}

const verifiers = ({ graph }: GoodPlan) => graph.nodes.filter(({ kind }) => kind === "verify");

/** The plan without some verifiers: what they received goes on as it is. */
function unverified(plan: GoodPlan, gone: readonly Node[], change: (node: Node) => object = (node) => node): Mutant {
  let { graph } = plan;
  for (const { id } of gone) graph = { ...graph, edges: around(graph, id), nodes: graph.nodes.filter((node) => node.id !== id) };
  return withGraph(plan, { nodes: graph.nodes.map(change), edges: graph.edges });
}

const last = (plan: GoodPlan) => verifiers(plan).filter(({ id, parent }) => parent === undefined && plan.graph.edges.some(({ from, to }) => from === id && to === plan.graph.reportNode));

export const verificationOperators: Operator[] = [
  { name: "one verifier of several gone", breaks: "structure", caughtBy: ["verify/missing"], mutate: (plan) => (plan.name === "eight-cities" || verifiers(plan).length < 2 ? [] : spread(verifiers(plan)).map((one) => unverified(plan, [one]))) },
  {
    name: "one worker past the verifier",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) =>
      last(plan).flatMap(({ id }) => {
        const into = plan.graph.edges.filter(({ to }) => to === id);
        return spread(into.length > 1 ? into : []).map((edge) => withGraph(plan, { edges: plan.graph.edges.map((other) => (other === edge ? { ...edge, to: plan.graph.reportNode ?? "", as: "unchecked" } : other)) }));
      }),
  },
  {
    name: "workers take the verifier's model",
    breaks: "structure",
    caughtBy: ["verify/same-model"],
    mutate: (plan) => [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, role: "verifier" } : node)) })],
  },
];
