import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import type { GraphView } from "../graph-view.ts";
import { setField } from "../fix.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

/** A worker who is told what to do and not what for, and so can't tell what matters in what it reads. */
export const questionMissing: Rule = {
  id: "context/question-missing",
  severity: "warning",
  reads: "structure",
  why: "Whoever doesn't know the question can't tell which part of what it reads answers it.",
  examine: ({ graph, view }) =>
    found(
      graph.nodes.flatMap((node) => {
        if (node.kind !== "agent" || isUnknown(node.context) || node.context.question) return [];
        // What only reshapes what others found needs no question.
        const isReshaping = node.covers.length === 0 && (isGivenItem(node, view) || [node, ...view.ancestors(node)].some(({ id }) => view.incoming(id).some(({ kind }) => kind === "data")));
        if (isReshaping) return [];
        return [onNode(node, `"${node.title}" never receives the question.`, [setField("Give it the question", node.id, ["context", "question"], true)])];
      }),
      unknownIn(graph.nodes, "the context", (node) => (node.kind === "agent" ? node.context : undefined)),
    ),
};

/** In the body of a map each execution has an item to work on, in that of a loop only the pass before. */
function isGivenItem(node: Node, view: GraphView): boolean {
  return view.ancestors(node).some(({ kind }) => kind === "map");
}
