import { expressionNames, type ExpressionField } from "../../core/workflow/expression-names.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";

const expressionFields: readonly string[] = ["items", "itemKey", "until", "arguments", "inputs", "when"] satisfies ExpressionField[];

/**
 * What an expression in a field may use: the names that are bound, and its inputs one by one.
 * @param node that the field is of; for an edge, its source.
 * @returns undefined for a field that holds no expression.
 */
export function namesFor(field: string, node: Node, { nodes, edges }: Graph): string[] | undefined {
  if (!isExpressionField(field)) return undefined;
  const nodesById = new Map(nodes.map((one) => [one.id, one]));
  const ancestors: Node[] = [];
  for (let around = nodesById.get(node.parent ?? ""); around !== undefined && !ancestors.includes(around); around = nodesById.get(around.parent ?? "")) ancestors.push(around);
  const inputs = edges.filter(({ to, kind }) => to === node.id && kind === "data").map(({ as }) => `inputs.${as}`);
  return [...expressionNames(field, ancestors), ...inputs];
}

function isExpressionField(field: string): field is ExpressionField {
  return expressionFields.includes(field);
}
