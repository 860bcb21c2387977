import type { Edge } from "../../workflow/edge.ts";
import { expressionProblem, namesIn, settledValue } from "../../workflow/expression.ts";
import { expressionNames, type ExpressionField } from "../../workflow/expression-names.ts";
import type { Node } from "../../workflow/node.ts";
import type { GraphView } from "../graph-view.ts";
import { found, type Rule, type RuleFinding } from "../rule.ts";

/** An expression that comes to nothing: found while somebody reads the plan, not when its step is due. */
export const badExpression: Rule = {
  id: "structure/bad-expression",
  severity: "error",
  reads: "structure",
  why: "A condition or an argument that can't be evaluated fails its step when it is due.",
  examine: ({ graph, view }) => found([...graph.nodes.flatMap((node) => ofNode(node, view)), ...graph.edges.flatMap((edge) => ofEdge(edge, view))]),
};

function ofNode(node: Node, view: GraphView): RuleFinding[] {
  const finding = (what: string, source: unknown, field: ExpressionField): RuleFinding[] => {
    const problem = typeof source === "string" ? problemOf(source, field, { node, view }) : null;
    return problem === null ? [] : [{ target: { type: "node", id: node.id }, message: `${what} of "${node.title}" can't be evaluated: ${problem}` }];
  };
  switch (node.kind) {
    case "map":
      return [...finding("The list", node.items, "items"), ...finding("The key", node.itemKey, "itemKey")];
    case "loop":
      return finding("The condition", node.until, "until");
    case "tool":
      return Object.entries(node.arguments).flatMap(([name, source]) => ("unknown" in node.arguments ? [] : finding(`The argument ${name}`, source, "arguments")));
    default:
      return [];
  }
}

function ofEdge({ id, from, when }: Edge, view: GraphView): RuleFinding[] {
  const source = view.node(from);
  const problem = when === undefined || source === undefined ? null : problemOf(when, "when", { node: source, view });
  return problem === null ? [] : [{ target: { type: "edge", id }, message: `The condition of ${id} can't be evaluated: ${problem}` }];
}

const conditions: ReadonlySet<ExpressionField> = new Set(["until", "when"]);

/** One sentence on why an expression comes to nothing where it stands; null when nothing says so. */
function problemOf(source: string, field: ExpressionField, { node, view }: { node: Node; view: GraphView }): string | null {
  const problem = expressionProblem(source, expressionNames(field, view.ancestors(node)));
  if (problem !== null) return problem;
  const brought = inputsAround(node, view);
  const missing = [...(namesIn(source)?.inputs ?? [])].find((name) => !brought.has(name));
  if (missing !== undefined) return `It takes the input "${missing}", which no edge brings.`;
  if (!conditions.has(field)) return null;
  const value = settledValue(source, { iteration: 1, index: 1 });
  return value === null || typeof value === "boolean" ? null : "A condition is true or false, and this is neither.";
}

/** The inputs that are bound where a node stands: of its own edges and those of its containers. */
function inputsAround(node: Node, view: GraphView): ReadonlySet<string> {
  return new Set([node, ...view.ancestors(node)].flatMap(({ id }) => view.incoming(id).map(({ as }) => as)));
}
