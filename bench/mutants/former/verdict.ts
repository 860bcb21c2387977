import { withGraph, type Operator } from "../operator.ts";
import { verifiers, unverified } from "../ways/unverified.ts";

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
