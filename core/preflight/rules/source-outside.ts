import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { setField } from "../fix.ts";
import { found, onNode, unknownIn, withBrief, type Rule } from "../rule.ts";

/** A worker that reads what the person who asked did not open to it. */
export const sourceOutside: Rule = {
  id: "scope/source-outside",
  severity: "error",
  reads: "structure",
  why: "The brief doesn't open this collection to the run; whoever approves the plan would open it unseen.",
  examine: (examined) =>
    withBrief(examined, ({ scope }) => {
      const { nodes } = examined.graph;
      const granted = new Set(scope.collections);
      return found(
        nodes.flatMap((node) => {
          const sources = sourcesOf(node);
          const kept = sources.filter((source) => granted.has(source));
          return sources
            .filter((source) => !granted.has(source))
            .map((source) => onNode(node, `"${node.title}" may read "${source}", which the brief doesn't grant.`, [setField("Leave to it what the brief grants", node.id, ["context", "sources"], kept)]));
        }),
        unknownIn(nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
      );
    }),
};

function sourcesOf(node: Node): readonly string[] {
  return node.kind === "agent" && !isUnknown(node.context) ? node.context.sources : [];
}
