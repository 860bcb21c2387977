import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { withGraph, type Mutant } from "../operator.ts";

type Edge = GoodPlan["graph"]["edges"][number];

/** Edges around a node, as if it weren't there. */
export function around({ edges }: GoodPlan["graph"], id: string): Edge[] {
  const into = edges.filter(({ to }) => to === id);
  const past = edges.filter(({ from }) => from === id).flatMap((out) => into.map((one) => ({ ...one, id: `${one.from}-to-${out.to}`.slice(0, 60).replace(/-+$/, ""), to: out.to, as: one.as, kind: "data" as const })));
  const rest = edges.filter(({ from, to }) => from !== id && to !== id);
  return [...rest, ...past.filter((one) => !rest.some(({ to, as }) => to === one.to && as === one.as))];
}

/** Every check of a plan. */
export const verifiers = ({ graph }: GoodPlan) => graph.nodes.filter(({ kind }) => kind === "verify");

/** The plan without some verifiers: what they received goes on as it is. */
export function unverified(plan: GoodPlan, gone: readonly Node[], change: (node: Node) => object = (node) => node): Mutant {
  let { graph } = plan;
  for (const { id } of gone) graph = { ...graph, edges: around(graph, id), nodes: graph.nodes.filter((node) => node.id !== id) };
  return withGraph(plan, { nodes: graph.nodes.map(change), edges: graph.edges });
}

/** The checks straight before the report. */
export const last = (plan: GoodPlan) => verifiers(plan).filter(({ id, parent }) => parent === undefined && plan.graph.edges.some(({ from, to }) => from === id && to === plan.graph.reportNode));
