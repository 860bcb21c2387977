import type { Node } from "./node.ts";

/** A field that holds an expression; `when` of an edge stands where the edge's source stands. */
export type ExpressionField = "items" | "itemKey" | "until" | "arguments" | "inputs" | "when";

/**
 * What is bound in an expression of a node (SPEC C1, C4).
 * @param ancestors containers around the node.
 */
export function expressionNames(field: ExpressionField, ancestors: readonly Pick<Node, "kind">[]): string[] {
  const around = ancestors.map(({ kind }) => kind);
  const names = new Set(["inputs", "brief"]);
  if (around.includes("map") || field === "itemKey") for (const name of ["item", "index"]) names.add(name);
  if (around.includes("loop") || field === "until") for (const name of ["iteration", "previous"]) names.add(name);
  if (field === "when") names.add("output");
  return [...names];
}
