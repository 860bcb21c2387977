import type { Node } from "../../../core/workflow/node.ts";
import type { GoodPlan } from "../good-plan.ts";
import { perNode, withGraph, type Mutant, type Operator } from "../operator.ts";

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

export const verificationOperators: Operator[] = [
  { name: "no verifier at all", breaks: "structure", caughtBy: ["verify/missing"], mutate: (plan) => [unverified(plan, verifiers(plan))] },
  {
    name: "workers check themselves",
    breaks: "structure",
    caughtBy: ["verify/missing", "verify/self"],
    mutate: (plan) =>
      ["Before you answer, verify your own claims once more.", "Check your results yourself, and correct them.", "Act as your own reviewer at the end.", "You also verify: rate each of your statements as supported or not."].map((sentence) =>
        unverified(plan, verifiers(plan), (node) => (node.kind === "agent" && typeof node.instructions === "string" ? { ...node, instructions: `${node.instructions} ${sentence}` } : node)),
      ),
  },
  { name: "verifier sees the reasoning", breaks: "structure", caughtBy: ["verify/self"], mutate: (plan) => [["claims", "evidence", "reasoning"], ["claims", "reasoning", "evidence", "report"]].flatMap((sees) => perNode("verify", () => ({ sees }))(plan)) },
  { name: "verifier of the same model", breaks: "structure", caughtBy: ["verify/same-model"], mutate: perNode("verify", () => ({ role: "worker" })) },
  {
    name: "two roles, one model",
    breaks: "structure",
    caughtBy: ["verify/same-model"],
    mutate: (plan) => [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" ? { ...node, role: "planner" } : node.kind === "verify" ? { ...node, role: "synthesizer" } : node)) })],
  },
  { name: "verifier without evidence", breaks: "structure", caughtBy: ["verify/no-evidence"], mutate: (plan) => [["claims"], ["report"], ["claims", "report"], []].flatMap((sees) => perNode("verify", () => ({ sees }))(plan)) },
  { name: "verdict ignored", breaks: "structure", caughtBy: ["verify/unused"], mutate: perNode("verify", () => ({ onRefuted: "ignore" })) },
];
