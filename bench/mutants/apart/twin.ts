import { spread, withGraph, type Operator } from "../operator.ts";

const rewordings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `${text} Please be thorough.`,
  (text) => `As carefully as you can: ${text}`,
  (text) => text.replaceAll(/\b[Ee]very\b/g, "each").replaceAll(/\bQuote\b/g, "Cite").replaceAll(/\bpassages?\b/g, "places"),
  (text) => `${text}\n\nReturn only what was asked for.`,
];

const brokenItems = ["inputs.", "inputs.nothing_of_this_name", "wherever.items", "inputs[", "[entry for entry in inputs]", "all_of_them"];

/** The same work twice, and lists that nobody can compute. */
export const twinOperators: Operator[] = [
  {
    name: "reworded twin",
    breaks: "prose",
    caughtBy: ["structure/duplicate-work"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const agents = spread(nodes.filter((node) => node.kind === "agent" && typeof node.instructions === "string" && node.instructions.length > 40 && edges.some(({ from }) => from === node.id)));
      return rewordings.flatMap((reword, index) => {
        const agent = agents[index % agents.length];
        if (agent?.kind !== "agent" || typeof agent.instructions !== "string") return [];
        const copies = [
          ...edges.filter(({ to }) => to === agent.id).map((edge, number) => ({ ...edge, id: `twin-in-${number}`, to: "twin" })),
          ...edges.filter(({ from }) => from === agent.id).map((edge, number) => ({ ...edge, id: `twin-out-${number}`, from: "twin", as: "twin" })),
        ];
        return [withGraph(plan, { nodes: [...nodes, { ...agent, id: "twin", title: `${agent.title.slice(0, 90)}, again`, instructions: reword(agent.instructions) }], edges: [...edges, ...copies] })];
      });
    },
  },
  {
    name: "list from an expression that can't be computed",
    breaks: "structure",
    caughtBy: ["structure/bad-expression"],
    mutate: (plan) => {
      const maps = plan.graph.nodes.filter(({ kind }) => kind === "map");
      const change = (index: number, parts: object) => plan.graph.nodes.map((node) => (node === maps[index % maps.length] ? { ...node, ...parts } : node));
      if (maps.length === 0) return [];
      return [...brokenItems.map((items, index) => withGraph(plan, { nodes: change(index, { items }) })), ...["row.id", "item.("].map((itemKey, index) => withGraph(plan, { nodes: change(index, { itemKey }) }))];
    },
  },
];
