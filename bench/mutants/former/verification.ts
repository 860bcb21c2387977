import { spread, withGraph, type Operator } from "../operator.ts";
import { verifiers, unverified, last } from "../ways/unverified.ts";

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
