import { perNode, withGraph, type Operator } from "../operator.ts";
import { verifiers, unverified } from "../ways/unverified.ts";

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
