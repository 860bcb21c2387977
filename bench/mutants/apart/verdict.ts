import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { withGraph, type Mutant, type Operator } from "../operator.ts";

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

export const verdictOperators: Operator[] = [
  {
    name: "only the finished report is verified",
    breaks: "structure",
    caughtBy: ["verify/after-report", "verify/missing", "verify/no-evidence"],
    mutate: (plan) => {
      const bare = unverified(plan, verifiers(plan));
      const checks = [{ sees: ["report"] }, { sees: ["report", "evidence"] }, { sees: ["claims", "evidence"], votes: 3 }];
      return checks.map((check) => withGraph({ ...plan, graph: bare.graph }, { nodes: [...bare.graph.nodes, { kind: "verify", id: "proofread", title: "Verify the report", criteria: "Is each sentence supported by its quotation?", ...check }], edges: [...bare.graph.edges, { id: "to-proofread", from: plan.graph.reportNode ?? "", to: "proofread" }] }));
    },
  },
];
