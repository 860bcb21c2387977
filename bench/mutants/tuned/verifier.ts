import { perNode, spread, withGraph, type Operator } from "../operator.ts";
import type { Graph } from "../../../core/workflow/graph.ts";
import type { Node } from "../../../core/workflow/node.ts";

const checks = ["Before you answer, check each of your own claims against its quote and remove those that don't hold.", "Afterwards verify your own findings.", "You also act as the reviewer of your answer: mark what you could confirm.", "Each statement is to be double-checked by yourself."];

/** Agents whose claims a verifier gets, also through joins. */
function producers(graph: Graph, { id }: Node): Node[] {
  return graph.edges.filter(({ to }) => to === id).flatMap(({ from }) => graph.nodes.filter((node) => node.id === from)).flatMap((node) => (node.kind === "join" ? producers(graph, node) : node.kind === "agent" ? [node] : []));
}

/** Verifiers that know too much or too little. */
export const verifierOperators: Operator[] = [
  {
    name: "claims that go round the verifier",
    breaks: "structure",
    caughtBy: ["verify/missing"],
    mutate: (plan) => {
      const { nodes, edges, reportNode } = plan.graph;
      const checked = nodes.filter((node) => node.kind === "verify" && node.parent === undefined).flatMap((node) => producers(plan.graph, node));
      if (reportNode === undefined) return [];
      return spread([...new Set(checked)]).map(({ id }) => withGraph(plan, { edges: [...edges, { id: "round-it", from: id, to: reportNode, as: "round_it" }] }));
    },
  },
  { name: "verifier that sees the reasoning", breaks: "structure", caughtBy: ["verify/self"], mutate: perNode("verify", ({ sees }) => (Array.isArray(sees) ? { sees: [...sees, "reasoning"] } : null)) },
  {
    name: "producer checks itself",
    breaks: "structure",
    caughtBy: ["verify/self", "verify/missing"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const checkers = nodes.filter(({ kind }) => kind === "verify").map(({ id }) => id);
      if (checkers.length === 0) return [];
      const judged = new Set(nodes.filter(({ kind }) => kind === "verify").flatMap((node) => producers(plan.graph, node)));
      const bridges = checkers.flatMap((checker) => edges.filter(({ to }) => to === checker).flatMap((before) => edges.filter(({ from, to }) => from === checker && !checkers.includes(to)).map((after) => ({ ...after, id: `b-${before.id}`.slice(0, 40).replace(/-+$/, ""), from: before.from, as: undefined }))));
      const unique = bridges.filter((bridge, index) => bridges.findIndex(({ from, to, id }) => id === bridge.id || (from === bridge.from && to === bridge.to)) === index);
      return checks.map((check) =>
        withGraph(plan, {
          nodes: nodes.filter(({ kind }) => kind !== "verify").map((node) => (node.kind === "agent" && judged.has(node) && typeof node.instructions === "string" ? { ...node, instructions: `${node.instructions} ${check}` } : node)),
          edges: [...edges.filter(({ from, to }) => !checkers.includes(from) && !checkers.includes(to)), ...unique],
        }),
      );
    },
  },
  {
    name: "verifier with the workers' model",
    breaks: "structure",
    caughtBy: ["verify/same-model"],
    mutate: (plan) => perNode("verify", (node) => {
      const [first] = producers(plan.graph, node);
      return first?.kind === "agent" && typeof first.role === "string" && first.role !== node.role ? { role: first.role } : null;
    })(plan),
  },
  {
    name: "worker with the verifier's model",
    breaks: "structure",
    caughtBy: ["verify/same-model"],
    mutate: (plan) => {
      const judged = plan.graph.nodes.flatMap((node) => (node.kind === "verify" ? producers(plan.graph, node).map((producer) => ({ producer, role: node.role })) : []));
      return spread(judged).map(({ producer, role }) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === producer ? { ...producer, role } : node)) }));
    },
  },
  { name: "verifier without evidence", breaks: "structure", caughtBy: ["verify/no-evidence"], mutate: (plan) => [["claims"], ["report"], ["claims", "report"]].flatMap((sees) => perNode("verify", () => ({ sees }))(plan).slice(0, 2)) },
  {
    name: "claims that leave their quotes behind",
    breaks: "structure",
    caughtBy: ["verify/no-evidence", "structure/input-mismatch"],
    mutate: (plan) => {
      const bare = { as: "json", schema: { type: "object", properties: { claims: { type: "array", items: { type: "string" } } }, required: ["claims"], additionalProperties: false } };
      const judged = [...new Set(plan.graph.nodes.flatMap((node) => (node.kind === "verify" ? producers(plan.graph, node) : [])))];
      return spread(judged).map((producer) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node === producer ? { ...producer, output: bare } : node)) }));
    },
  },
  {
    name: "report first, check after",
    breaks: "structure",
    caughtBy: ["verify/after-report"],
    mutate: (plan) => {
      const { nodes, edges, reportNode } = plan.graph;
      const early = nodes.filter((node) => node.kind === "verify" && edges.some(({ from, to }) => from === node.id && to === reportNode));
      return spread(early).flatMap((node) => {
        const incoming = edges.filter(({ to }) => to === node.id);
        const taken = new Set(edges.filter(({ to }) => to === reportNode).map(({ as }) => as));
        if (reportNode === undefined || incoming.some(({ as }) => taken.has(as))) return [];
        const others = edges.filter(({ from, to }) => to !== node.id && !(from === node.id && to === reportNode));
        return [withGraph(plan, { nodes: nodes.map((other) => (other === node ? { ...node, sees: ["report", "claims", "evidence"] } : other)), edges: [...others, ...incoming.map((edge) => ({ ...edge, to: reportNode })), { id: "report-to-check", from: reportNode, to: node.id }] })];
      });
    },
  },
];
