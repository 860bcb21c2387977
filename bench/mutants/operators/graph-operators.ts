import { perNode, spread, without, withGraph, type Operator } from "../operator.ts";

const inTopLevel = <Part extends { parent?: string | undefined }>({ parent }: Part) => parent === undefined;

/** What goes wrong between steps. */
export const graphOperators: Operator[] = [
  {
    name: "lead an edge back",
    breaks: "structure",
    caughtBy: ["structure/cycle"],
    mutate: (plan) => spread(plan.graph.edges).map(({ from, to }) => withGraph(plan, { edges: [...plan.graph.edges, { id: "back", from: to, to: from, as: "again" }] })),
  },
  {
    name: "make two first steps wait for each other",
    breaks: "structure",
    caughtBy: ["structure/unreachable-node"],
    mutate: (plan) => {
      const [a, b] = plan.graph.nodes.filter((node) => inTopLevel(node) && !plan.graph.edges.some(({ to }) => to === node.id));
      if (a === undefined || b === undefined) return [];
      return [withGraph(plan, { edges: [...plan.graph.edges, { id: "ab", from: a.id, to: b.id, as: "x" }, { id: "ba", from: b.id, to: a.id, as: "y" }] })];
    },
  },
  {
    name: "cut what a worker hands on",
    breaks: "structure",
    caughtBy: ["structure/dead-output", "structure/missing-join"],
    mutate: (plan) => spread(plan.graph.nodes.filter((node) => inTopLevel(node) && (node.kind === "agent" || node.kind === "map"))).map(({ id }) => withGraph(plan, { edges: plan.graph.edges.filter(({ from }) => from !== id) })),
  },
  {
    name: "hand on the turn only, not the result",
    breaks: "structure",
    caughtBy: ["structure/dead-output"],
    mutate: (plan) => spread(plan.graph.nodes.filter((node) => inTopLevel(node) && node.kind === "agent")).map(({ id }) => withGraph(plan, { edges: plan.graph.edges.map((edge) => (edge.from === id ? { ...edge, kind: "order" } : edge)) })),
  },
  { name: "take the limit of a loop away", breaks: "structure", caughtBy: ["structure/unbounded-loop"], mutate: perNode("loop", () => ({ maxIterations: undefined })) },
  { name: "let a loop run a thousand times", breaks: "structure", caughtBy: ["structure/unbounded-loop"], mutate: perNode("loop", () => ({ maxIterations: 1_000 })) },
  { name: "take the limit of a map away", breaks: "structure", caughtBy: ["structure/unbounded-fan-out"], mutate: perNode("map", () => ({ maxItems: undefined })) },
  { name: "widen a map beyond the brief's agents", breaks: "structure", caughtBy: ["structure/unbounded-fan-out", "budget/over"], mutate: perNode("map", () => ({ maxItems: 900 })) },
  { name: "take the report away", breaks: "structure", caughtBy: ["structure/no-report"], mutate: (plan) => [without(plan, ({ id }) => id === plan.graph.reportNode)] },
  { name: "name no report", breaks: "structure", caughtBy: ["structure/no-report"], mutate: (plan) => [withGraph(plan, { reportNode: undefined })] },
  {
    name: "add a second report",
    breaks: "structure",
    caughtBy: ["structure/no-report"],
    mutate: (plan) =>
      plan.graph.nodes.filter(({ kind, parent }) => kind === "verify" && parent === undefined).slice(0, 1).map(({ id }) =>
        withGraph(plan, { nodes: [...plan.graph.nodes, { kind: "synthesize", id: "digest", title: "Digest for the board" }], edges: [...plan.graph.edges, { id: "to-digest", from: id, to: "digest" }] }),
      ),
  },
  {
    name: "let a join go on with the first",
    breaks: "structure",
    caughtBy: ["structure/missing-join"],
    mutate: (plan) => (["any", 1] as const).flatMap((waitFor) => perNode("join", () => ({ waitFor }))(plan)),
  },
  { name: "go through a field that isn't there", breaks: "structure", caughtBy: ["structure/input-mismatch"], mutate: perNode("map", ({ items }) => (typeof items === "string" ? { items: items.replace(/\.\w+$/, ".entries_of_it") } : null)) },
  { name: "take an input that no edge brings", breaks: "structure", caughtBy: ["structure/input-mismatch"], mutate: (plan) => [...perNode("map", () => ({ items: "inputs.everything.items" }))(plan), ...perNode("tool", () => ({ arguments: { text: "inputs.summary.text" } }))(plan)] },
  {
    name: "hand plain text to a check",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch"],
    mutate: (plan) =>
      perNode("agent", (node) => (plan.graph.edges.some(({ from, to }) => from === node.id && plan.graph.nodes.some(({ id, kind }) => id === to && kind === "verify")) ? { output: { as: "text" } } : null))(plan),
  },
  {
    name: "start the same worker twice",
    breaks: "structure",
    caughtBy: ["structure/duplicate-work"],
    mutate: (plan) =>
      spread(plan.graph.nodes.filter((node) => node.kind === "agent")).map((node) =>
        withGraph(plan, { nodes: [...plan.graph.nodes, { ...node, id: "twin", title: `${node.title} (2)` }], edges: [...plan.graph.edges, ...plan.graph.edges.filter(({ from, to }) => from === node.id || to === node.id).map((edge, index) => ({ ...edge, id: `twin-${index}`, from: edge.from === node.id ? "twin" : edge.from, to: edge.to === node.id ? "twin" : edge.to, as: edge.from === node.id ? `twin${index}` : edge.as }))] }),
      ),
  },
  {
    name: "put readers behind each other for nothing",
    breaks: "structure",
    caughtBy: ["structure/needless-order"],
    mutate: (plan) => {
      const [a, b] = plan.graph.nodes.filter((node) => node.kind === "agent" && inTopLevel(node) && !plan.graph.edges.some(({ to }) => to === node.id));
      return a === undefined || b === undefined ? [] : [withGraph(plan, { edges: [...plan.graph.edges, { id: "queue", from: a.id, to: b.id, kind: "order", as: "turn" }] })];
    },
  },
  {
    name: "work on something nobody asked for",
    breaks: "structure",
    caughtBy: ["scope/drift"],
    mutate: (plan) =>
      plan.graph.nodes.filter(({ kind, parent }) => kind === "verify" && parent === undefined).slice(0, 1).map(({ id }) =>
        withGraph(plan, { nodes: [...plan.graph.nodes, { kind: "agent", id: "history", title: "How it came about", instructions: "Tell the history of the company behind it, from its founding on.", maxTurns: 5 }], edges: [...plan.graph.edges, { id: "history-in", from: "history", to: id }] }),
      ),
  },
];
