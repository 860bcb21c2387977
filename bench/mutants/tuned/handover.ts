import { perNode, spread, withGraph, type Operator } from "../operator.ts";

const shapeless = [{ as: "text" }, { as: "json", schema: { type: "object", properties: { score: { type: "number" } }, required: ["score"], additionalProperties: false } }, { as: "json", schema: { type: "string" } }, { as: "json", schema: { type: "boolean" } }];
const notBoolean = ["1 + 2", "'yes'", "output ==", "verdict_so_far.ok"];
const badArguments = ["item.name", "inputs.draft_that_never_comes", "letter.body", "'not closed"];

/** What is handed over doesn't fit, or nobody can compute it. */
export const handoverOperators: Operator[] = [
  {
    name: "verifier gets something that holds no claims",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "verify/no-evidence"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const isVerify = (id: string) => nodes.some((node) => node.id === id && node.kind === "verify");
      const producers = nodes.filter((node) => node.kind === "agent" && "as" in node.output && node.output.as === "claims" && edges.some(({ from, to }) => from === node.id && isVerify(to)));
      return spread(producers).map((producer, index) => withGraph(plan, { nodes: nodes.map((node) => (node === producer ? { ...node, output: shapeless[index % shapeless.length] } : node)) }));
    },
  },
  {
    name: "list becomes something else",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "structure/bad-expression"],
    mutate: (plan) => {
      const { nodes } = plan.graph;
      const items = nodes.flatMap((node) => (node.kind === "map" && typeof node.items === "string" ? [node.items] : []));
      return nodes.flatMap((node) => {
        if (node.kind !== "agent" || !("as" in node.output) || node.output.as !== "json") return [];
        const properties = node.output.schema.properties;
        if (typeof properties !== "object" || properties === null || Array.isArray(properties)) return [];
        const name = Object.keys(properties).find((key) => items.some((expression) => new RegExp(`\\.${key}\\b`).test(expression)));
        if (name === undefined) return [];
        const kept = Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
        const others = [{ [name]: { type: "string" } }, { [name]: { type: "integer" } }, { [name]: { type: "boolean" } }];
        return others.map((other) => withGraph(plan, { nodes: nodes.map((one) => (one === node ? { ...node, output: { as: "json", schema: { type: "object", properties: { ...kept, ...other }, required: [name] } } } : one)) }));
      });
    },
  },
  {
    name: "condition that is none",
    breaks: "structure",
    caughtBy: ["structure/bad-expression"],
    mutate: (plan) => [
      ...spread(plan.graph.edges).map((edge, index) => withGraph(plan, { edges: plan.graph.edges.map((other) => (other === edge ? { ...edge, when: notBoolean[index % notBoolean.length] } : other)) })),
      ...perNode("loop", () => ({ until: "iteration + 1" }))(plan),
    ],
  },
  {
    name: "argument from nowhere",
    breaks: "structure",
    caughtBy: ["structure/bad-expression"],
    mutate: (plan) =>
      badArguments.flatMap((expression) =>
        perNode("tool", (node) => {
          const [first] = Object.keys(node.arguments);
          const isBound = expression.startsWith("item.") && node.parent !== undefined;
          return first === undefined || first === "unknown" || isBound ? null : { arguments: { ...node.arguments, [first]: expression } };
        })(plan),
      ),
  },
  {
    name: "order without a reason",
    breaks: "structure",
    caughtBy: ["structure/needless-order"],
    mutate: (plan) => {
      const { nodes, edges } = plan.graph;
      const reaches = (from: string, to: string): boolean => edges.some((edge) => edge.from === from && (edge.to === to || reaches(edge.to, to)));
      const agents = nodes.flatMap((node) => (node.kind === "agent" && "inputs" in node.context ? [{ node, context: node.context }] : []));
      const pairs = agents.slice(0, -1).flatMap((first, index) => {
        const second = agents[index + 1];
        if (second === undefined || first.node.parent !== second.node.parent || reaches(first.node.id, second.node.id) || reaches(second.node.id, first.node.id)) return [];
        return [[first, second] as const];
      });
      return spread(pairs).map(([{ node: before }, { node: after, context }], index) => {
        const edge = { id: "needless", from: before.id, to: after.id, as: "needless", kind: index % 2 === 0 ? "order" : "data" };
        const inputs = context.inputs === "all" ? edges.filter(({ to }) => to === after.id).map(({ as }) => as) : context.inputs;
        return withGraph(plan, { nodes: nodes.map((node) => (node === after ? { ...after, context: { ...context, inputs } } : node)), edges: [...edges, edge] });
      });
    },
  },
];
