import { inEnglish, spread, type Operator } from "../../operator.ts";
import { edge, extended, intoOf, outOf, rewired, topAgents, type Agent } from "./rewiring.ts";
import type { GoodPlan } from "../../good-plan.ts";

const twins: readonly ((text: string) => string)[] = [
  (text) => `Please ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  (text) => `${text} Be thorough.`,
  (text) => `Your task: ${text}`,
  (text) => text.split(/(?<=[.!?])\s+/).toReversed().join(" "),
  (text) => text.replace(/\bread\b/gi, "go through").replace(/\bquote\b/gi, "cite").replace(/\ball\b/g, "every one of the"),
];

function textOf({ instructions }: Agent): string {
  return typeof instructions === "string" ? instructions : "";
}

/** Agents that stand beside others and hand their claims on. */
function fit(plan: GoodPlan): Agent[] {
  return topAgents(plan).filter((node) => outOf(plan, node.id).length > 0 && textOf(node).length > 40);
}

function withCopies(plan: GoodPlan, node: Agent, copies: readonly Partial<Agent>[]) {
  const nodes = copies.map((copy, index) => ({ ...node, ...copy, id: `again-${index + 1}` }));
  const edges = nodes.flatMap(({ id }) => [...intoOf(plan, node.id).map(({ from, as, kind }) => edge(from, id, { as, kind })), ...outOf(plan, node.id).map(({ to, kind }) => edge(id, to, { kind }))]);
  return extended(plan, nodes, edges);
}

/** The same work more than once. */
export const duplicateOperators: Operator[] = [
  {
    name: "a twin in slightly other words",
    breaks: "prose",
    caughtBy: ["structure/duplicate-work"],
    mutate: inEnglish((plan) => {
      const agents = spread(fit(plan));
      return twins.flatMap((twin, index) => {
        const node = agents[index % Math.max(1, agents.length)];
        return node === undefined ? [] : [withCopies(plan, node, [{ instructions: twin(textOf(node)), title: `${node.title} (${["more", "again", "deeper", "second pass", "B"][index]})`.slice(0, 120) }])];
      });
    }),
  },
  {
    name: "an exact twin",
    breaks: "structure",
    caughtBy: ["structure/duplicate-work"],
    mutate: (plan) => spread(fit(plan)).map((node) => withCopies(plan, node, [{ title: "Another pair of eyes" }])),
  },
  {
    name: "many workers with one and the same order",
    breaks: "structure",
    caughtBy: ["context/undivided", "structure/duplicate-work"],
    mutate: (plan) => spread(fit(plan)).slice(0, 2).flatMap((node) => [5, 9].map((count) => withCopies(plan, node, Array.from({ length: count }, (_, index) => ({ title: `Researcher ${index + 2}` }))))),
  },
  {
    name: "a list of numbers, each of which starts the same worker",
    breaks: "structure",
    caughtBy: ["context/undivided", "structure/duplicate-work"],
    mutate: (plan) =>
      spread(fit(plan)).slice(0, 2).flatMap((node) =>
        ["[1, 2, 3, 4, 5, 6]", "['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']"].map((items) => {
          const map = { id: "workers", kind: "map", title: "Many workers", phase: node.phase, items, itemKey: "string(item)", maxItems: 8, concurrency: 4, covers: node.covers };
          const edges = plan.graph.edges.map((one) => (one.from === node.id ? { ...one, from: "workers" } : one.to === node.id ? { ...one, to: "workers" } : one));
          return rewired(plan, edges, [...plan.graph.nodes.map((other) => (other === node ? { ...node, parent: "workers", phase: undefined } : other)), map]);
        }),
      ),
  },
];
