import { perNode, spread, withBrief, withGraph, type Operator } from "../operator.ts";

/** What is asked and not heard, or handed over and not taken. */
export const coverageOperators: Operator[] = [
  {
    name: "drop a requirement from every step",
    breaks: "structure",
    caughtBy: ["coverage/requirement-uncovered"],
    mutate: (plan) => spread(plan.brief.requirements).map(({ id }) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => ({ ...node, covers: node.covers.filter((one) => one !== id) })) })),
  },
  { name: "ask for one thing more", breaks: "structure", caughtBy: ["coverage/requirement-uncovered"], mutate: (plan) => [withBrief(plan, { requirements: [...plan.brief.requirements, { id: "more", text: "What it costs to run" }] })] },
  { name: "keep a worker from hearing what it covers", breaks: "structure", caughtBy: ["coverage/declared-only", "coverage/item-unread"], mutate: perNode("agent", (node) => (node.covers.length > 0 && "requirements" in node.context ? { context: { ...node.context, requirements: [] } } : null)) },
  {
    name: "leave a critical requirement to one worker",
    breaks: "structure",
    caughtBy: ["coverage/single-worker"],
    mutate: (plan) =>
      plan.brief.requirements.filter(({ isCritical }) => isCritical).flatMap(({ id }) => {
        const [, ...others] = plan.graph.nodes.filter((node) => node.covers.includes(id) && node.kind !== "map" && node.kind !== "loop");
        return others.length === 0 ? [] : [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (others.includes(node) ? { ...node, covers: node.covers.filter((one) => one !== id) } : node)) })];
      }),
  },
  { name: "cap a list below what was handed over", breaks: "structure", caughtBy: ["coverage/item-unread"], mutate: (plan) => perNode("map", (node) => (node.covers.length > 2 ? { maxItems: node.covers.length - 1 } : null))(plan) },
  {
    name: "read one collection less",
    breaks: "structure",
    caughtBy: ["coverage/item-unread"],
    mutate: (plan) =>
      plan.brief.scope.collections.length < 2 ? [] : plan.brief.scope.collections.map((name) => withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "agent" && "sources" in node.context ? { ...node, context: { ...node.context, sources: node.context.sources.filter((one) => one !== name) } } : node)) })),
  },
  { name: "keep the question from a worker", breaks: "structure", caughtBy: ["context/question-missing"], mutate: perNode("agent", (node) => (node.covers.length > 0 && "question" in node.context ? { context: { ...node.context, question: false } } : null)) },
  { name: "name an input in braces that doesn't come", breaks: "structure", caughtBy: ["context/names-what-it-lacks"], mutate: (plan) => ["{{inputs.summary}}", "${inputs.previous_result}", "{{ steps.search.output }}"].flatMap((name) => perNode("agent", ({ instructions }) => ({ instructions: `${typeof instructions === "string" ? instructions : ""} Use ${name}.` }))(plan).slice(0, 2)) },
  { name: "pour a wide list into one context", breaks: "structure", caughtBy: ["context/overflow"], mutate: (plan) => perNode("map", () => ({ maxItems: 600 }))({ ...plan, brief: withBrief(plan, { budget: { ...plan.brief.budget, maxAgents: 10_000, maxTokens: 900_000_000, maxMinutes: 9_000 } }).brief }) },
  { name: "let a worker take in a thousandth", breaks: "structure", caughtBy: ["context/overflow"], mutate: perNode("agent", (node) => ("maxTokens" in node.context || "inputs" in node.context ? { context: { ...node.context, maxTokens: 12 } } : null)) },
  {
    name: "send a crowd after the same",
    breaks: "structure",
    caughtBy: ["context/undivided", "structure/duplicate-work"],
    mutate: (plan) =>
      plan.graph.nodes.filter((node) => node.kind === "agent" && node.parent === undefined && plan.graph.edges.some(({ from }) => from === node.id)).slice(0, 2).map((node) => {
        const out = plan.graph.edges.filter(({ from }) => from === node.id);
        const twins = ["x", "y", "z", "w"];
        return withGraph(plan, {
          nodes: [...plan.graph.nodes, ...twins.map((id) => ({ ...node, id: `crowd-${id}`, title: `${node.title} ${id}` }))],
          edges: [...plan.graph.edges, ...twins.flatMap((id) => out.map((edge, index) => ({ ...edge, id: `crowd-${id}-${index}`, from: `crowd-${id}`, as: `crowd_${id}_${index}` }))), ...twins.flatMap((id) => plan.graph.edges.filter(({ to }) => to === node.id).map((edge, index) => ({ ...edge, id: `in-${id}-${index}`, to: `crowd-${id}` })))],
        });
      }),
  },
];
