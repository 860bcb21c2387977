import { perNode, spread, withGraph, type Operator } from "../operator.ts";

/** Work without an end: circles, loops, lists, turns. */
export const boundOperators: Operator[] = [
  {
    name: "way back",
    breaks: "structure",
    caughtBy: ["structure/cycle"],
    mutate: (plan) => {
      const { edges } = plan.graph;
      const longer = edges.flatMap((first) => edges.filter(({ from }) => from === first.to).map((second) => ({ from: second.to, to: first.from })));
      const shorter = edges.map(({ from, to }) => ({ from: to, to: from }));
      return [...spread(shorter), ...spread(longer)].map((ends) => withGraph(plan, { edges: [...edges, { id: "way-back", ...ends, as: "way_back" }] }));
    },
  },
  {
    name: "loop without a ceiling",
    breaks: "structure",
    caughtBy: ["structure/unbounded-loop"],
    mutate: (plan) => {
      const { nodes, reportNode } = plan.graph;
      const agents = nodes.flatMap((node) => (node.kind === "agent" && "as" in node.output && node.output.as === "claims" && node.id !== reportNode && node.id.length < 50 ? [node] : []));
      const wrapped = spread(agents).map((agent, index) => {
        const { id, title, covers, parent, phase } = agent;
        const loop = { id, kind: "loop", title: `Repeat: ${title}`.slice(0, 120), covers, parent, phase, until: "previous != null && size(previous.claims) == 0", ...(index % 2 === 0 ? {} : { maxIterations: 1_000_000 }) };
        return withGraph(plan, { nodes: nodes.flatMap((node): object[] => (node === agent ? [loop, { ...agent, id: `${id}-pass`, parent: id, phase: undefined }] : [node])) });
      });
      return [...wrapped, ...perNode("loop", () => ({ maxIterations: undefined }))(plan), ...perNode("loop", () => ({ maxIterations: 500_000 }))(plan)];
    },
  },
  { name: "list without a cap", breaks: "structure", caughtBy: ["structure/unbounded-fan-out"], mutate: perNode("map", () => ({ maxItems: undefined })) },
  {
    name: "cap above what the brief allows",
    breaks: "structure",
    caughtBy: ["structure/unbounded-fan-out", "budget/over"],
    mutate: (plan) => [2, 20, 1_000].flatMap((times) => perNode("map", () => ({ maxItems: plan.brief.budget.maxAgents * times }))(plan)),
  },
  {
    name: "worker without any limit",
    breaks: "structure",
    caughtBy: ["budget/unlimited-node"],
    mutate: perNode("agent", ({ context }) => ("sources" in context ? { maxTurns: undefined, budget: undefined, context: { ...context, maxTokens: undefined } } : null)),
  },
];
