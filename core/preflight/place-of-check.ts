import type { Node } from "../workflow/node.ts";
import type { Examined } from "./rule.ts";

/** The check that stands before the report, to which more claims may be led. */
export interface PlaceOfCheck {
  check: Node;
  /** Whether an edge from a node to the check closes no circle and joins siblings. */
  mayTake(node: Node): boolean;
}

/** Finds the check before the report; null where there is none. */
export function findCheck({ graph, view }: Pick<Examined, "graph" | "view">): PlaceOfCheck | null {
  const before = view.before(view.reports, { along: "data" });
  const check = graph.nodes.find((node) => node.kind === "verify" && node.parent === undefined && before.has(node));
  if (check === undefined) return null;
  const behind = view.after([check]);
  return { check, mayTake: (node) => node.parent === undefined && node !== check && !behind.has(node) };
}
