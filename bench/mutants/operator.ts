import { briefSchema, type Brief } from "../../core/brief/brief.ts";
import { graphSchema, type Graph, type GraphInput } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";
import type { GoodPlan } from "./good-plan.ts";

/** A plan in which one thing is broken. */
export interface Mutant {
  brief: Brief;
  graph: Graph;
}

/** Breaks one thing that a rule is there for, in as many ways as a plan offers. */
export interface Operator {
  name: string;
  /** Whether it breaks structure and declared fields, or what words say. */
  breaks: "structure" | "prose";
  /** The rules of which one has to say something new. */
  caughtBy: readonly string[];
  mutate(plan: GoodPlan): Mutant[];
}

type NodeOf<Kind extends Node["kind"]> = Extract<Node, { kind: Kind }>;

const mostPerPlan = 4;

/** Mutants with other nodes in the place of some of one kind, one at a time. */
export function perNode<Kind extends Node["kind"]>(kind: Kind, change: (node: NodeOf<Kind>, plan: GoodPlan) => object | null): (plan: GoodPlan) => Mutant[] {
  return (plan) =>
    spread(plan.graph.nodes.filter((node): node is NodeOf<Kind> => node.kind === kind)).flatMap((node) => {
      const changed = change(node, plan);
      return changed === null ? [] : [withGraph(plan, { nodes: plan.graph.nodes.map((other) => (other === node ? { ...node, ...changed } : other)) })];
    });
}

/** The plan with parts of its graph exchanged. */
export function withGraph({ brief, graph }: GoodPlan, parts: Omit<Partial<GraphInput>, "nodes" | "edges"> & { nodes?: readonly object[]; edges?: readonly object[] }): Mutant {
  return { brief, graph: graphSchema.parse({ ...graph, ...parts }) };
}

/** The plan without some nodes and their edges. */
export function without(plan: GoodPlan, isGone: (node: Node) => boolean): Mutant {
  const gone = new Set(plan.graph.nodes.filter(isGone).map(({ id }) => id));
  return withGraph(plan, {
    nodes: plan.graph.nodes.filter(({ id, parent }) => !gone.has(id) && !gone.has(parent ?? "")),
    edges: plan.graph.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    ...(gone.has(plan.graph.reportNode ?? "") ? { reportNode: undefined } : {}),
  });
}

/** The plan under another brief. */
export function withBrief({ brief, graph }: GoodPlan, change: object): Mutant {
  return { graph, brief: briefSchema.parse({ ...brief, ...change }) };
}

/** A few of many, from the whole length of the list. */
export function spread<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / mostPerPlan);
  return Array.from({ length: Math.min(mostPerPlan, items.length) }, (_, index) => items[Math.floor(index * step)]).flatMap((item) => (item === undefined ? [] : [item]));
}

/** The same mutation with each of several wordings, one wording per plan in turn and node. */
export function wordings<Value>(texts: readonly string[], mutate: (text: string) => (plan: GoodPlan) => Value[]): (plan: GoodPlan) => Value[] {
  return (plan) => texts.flatMap((text) => mutate(text)(plan).slice(0, 1));
}

/** Whether a plan's words are English: a rule that reads prose says nothing of others. */
export function inEnglish<Value>(mutate: (plan: GoodPlan) => Value[]): (plan: GoodPlan) => Value[] {
  return (plan) => (/\b(?:the|of|does|what|which|for|did|how)\b/i.test(plan.brief.question) ? mutate(plan) : []);
}
