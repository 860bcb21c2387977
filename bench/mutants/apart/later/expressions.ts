import type { Node } from "../../../../core/workflow/node.ts";
import { perNode, spread, withGraph, type Mutant, type Operator } from "../../operator.ts";
import type { GoodPlan } from "../../good-plan.ts";
import { agentsOf, makesClaims, nodeOf, outOf, rewired } from "./rewiring.ts";

/** Mutants with one expression of a map, a loop, a tool or an edge written anew. */
function perExpression(rewrite: (source: string, field: "items" | "until" | "arguments" | "when") => string | null): (plan: GoodPlan) => Mutant[] {
  return (plan) => {
    const nodes = plan.graph.nodes.flatMap((node): { node: Node; change: object }[] => {
      if (node.kind === "map" && typeof node.items === "string") return both(node, "items", rewrite(node.items, "items"));
      if (node.kind === "loop" && typeof node.until === "string") return both(node, "until", rewrite(node.until, "until"));
      if (node.kind !== "tool") return [];
      return Object.entries(node.arguments as Record<string, string>).flatMap(([name, source]) => {
        const anew = rewrite(source, "arguments");
        return anew === null ? [] : [{ node, change: { arguments: { ...(node.arguments as object), [name]: anew } } }];
      });
    });
    const inNodes = spread(nodes).map(({ node, change }) => withGraph(plan, { nodes: plan.graph.nodes.map((other) => (other === node ? { ...node, ...change } : other)) }));
    const inEdges = plan.graph.edges.flatMap((one) => {
      const anew = one.when === undefined ? null : rewrite(one.when, "when");
      return anew === null ? [] : [rewired(plan, plan.graph.edges.map((other) => (other === one ? { ...one, when: anew } : other)))];
    });
    return [...inNodes, ...inEdges];
  };
}

function both(node: Node, field: string, source: string | null): { node: Node; change: object }[] {
  return source === null ? [] : [{ node, change: { [field]: source } }];
}

/** The field a map takes its items from, and who writes it. */
function listOf(plan: GoodPlan): { field: string; writer: Node }[] {
  return plan.graph.nodes.flatMap((map) => {
    if (map.kind !== "map" || typeof map.items !== "string") return [];
    const [, input, field] = /^inputs\.(\w+)\.(\w+)$/.exec(map.items) ?? [];
    const from = plan.graph.edges.find(({ to, as }) => to === map.id && as === input)?.from ?? "";
    const source = nodeOf(plan, from);
    const writer = source?.kind === "loop" ? plan.graph.nodes.find(({ id, parent }) => parent === source.id && outOf(plan, id).length === 0) : source;
    return field !== undefined && writer?.kind === "agent" ? [{ field, writer }] : [];
  });
}

/** The agents' schemas with the list's field as something else. */
function perSchema(change: (properties: Record<string, unknown>, field: string) => Record<string, unknown>): (plan: GoodPlan) => Mutant[] {
  return (plan) =>
    listOf(plan).flatMap(({ field, writer }) => {
      if (writer.kind !== "agent" || !("as" in writer.output) || writer.output.as !== "json") return [];
      const schema = writer.output.schema as { properties: Record<string, unknown> };
      const properties = change(schema.properties, field);
      return [withGraph(plan, { nodes: plan.graph.nodes.map((other) => (other === writer ? { ...writer, output: { as: "json", schema: { type: "object", properties, required: Object.keys(properties) } } } : other)) })];
    });
}

/** Expressions, and what fits into what. */
export const expressionOperators: Operator[] = [
  {
    name: "an expression that doesn't parse",
    breaks: "structure",
    caughtBy: ["structure/bad-expression"],
    mutate: (plan) => [(text: string) => `${text} &&`, (text: string) => `(${text}`, (text: string) => `${text} ===  1`, (text: string) => `if ${text} then`].flatMap((rewrite) => perExpression(rewrite)(plan).slice(0, 2)),
  },
  {
    name: "an expression that names what isn't bound",
    breaks: "structure",
    caughtBy: ["structure/bad-expression"],
    mutate: (plan) =>
      ["steps", "results", "state", "workflow"].flatMap((name) => perExpression((text) => (/\b(?:inputs|brief|previous|output)\./.test(text) ? text.replace(/\b(?:inputs|brief|previous|output)\./, `${name}.`) : null))(plan).slice(0, 2)),
  },
  {
    name: "a condition that is no condition",
    breaks: "structure",
    caughtBy: ["structure/bad-expression"],
    mutate: (plan) => ["'done'", "42", "size('abc')", "[true]"].flatMap((text) => perExpression((_, field) => (field === "until" || field === "when" ? text : null))(plan)),
  },
  {
    name: "items that are no list",
    breaks: "structure",
    caughtBy: ["structure/bad-expression", "structure/input-mismatch"],
    mutate: (plan) => ["true", "12", "'all of them'", "size(brief.requirements)"].flatMap((text) => perExpression((_, field) => (field === "items" ? text : null))(plan).slice(0, 1)),
  },
  {
    name: "an input under a name that no edge has",
    breaks: "structure",
    caughtBy: ["structure/bad-expression", "structure/input-mismatch", "context/names-what-it-lacks"],
    mutate: (plan) => ["_all", "_final"].flatMap((suffix) => perExpression((text, field) => (field !== "when" && /\binputs\.\w+/.test(text) ? text.replace(/\binputs\.(\w+)/, `inputs.$1${suffix}`) : null))(plan)),
  },
  {
    name: "a list under another name than the one it is taken from",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "structure/bad-expression"],
    mutate: (plan) => ["results", "entries_found"].flatMap((name) => perSchema((properties, field) => Object.fromEntries(Object.entries(properties).map(([key, value]) => [key === field ? name : key, value])))(plan)),
  },
  {
    name: "a sentence or a number where a list is needed",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "structure/bad-expression"],
    mutate: (plan) => [{ type: "string" }, { type: "integer" }, { type: "boolean" }].flatMap((type) => perSchema((properties, field) => ({ ...properties, [field]: type }))(plan)),
  },
  {
    name: "free text for a checker of claims",
    breaks: "structure",
    caughtBy: ["structure/input-mismatch", "verify/no-evidence"],
    mutate: (plan) => [{ as: "text" }, { as: "json", schema: { type: "object", properties: { summary: { type: "string" } }, required: ["summary"] } }].flatMap((output) => {
      const fit = new Set(agentsOf(plan).filter((node) => makesClaims(node) && outOf(plan, node.id).some(({ to }) => nodeOf(plan, to)?.kind === "verify")).map(({ id }) => id));
      return perNode("agent", ({ id }) => (fit.has(id) ? { output } : null))(plan).slice(0, 2);
    }),
  },
];
