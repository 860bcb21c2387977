import type { Edge } from "../../workflow/edge.ts";
import type { Graph } from "../../workflow/graph.ts";
import type { GraphView } from "../graph-view.ts";
import { found, type Rule } from "../rule.ts";

/** Steps that wait for each other for ever: whoever wrote them meant a loop, which has a bound and an end. */
export const cycle: Rule = {
  id: "structure/cycle",
  severity: "error",
  reads: "structure",
  why: "Steps in a circle each wait for the other, so none of them runs; only a loop may repeat, because it has an end.",
  examine: ({ graph, view }) =>
    found(
      closingEdges(graph, view).map((edge) => {
        const [from, to] = [view.node(edge.from)?.title, view.node(edge.to)?.title];
        return {
          target: { type: "edge", id: edge.id },
          message: from === to ? `"${from}" waits for itself.` : `"${from}" leads back to "${to}", which comes before it: they wait for each other.`,
          fixes: [{ title: "Take this edge away", ops: [{ op: "edge-remove", id: edge.id }] }],
        };
      }),
    ),
};

/** Edges without which nothing goes in a circle: those that lead back to a step still being followed. */
function closingEdges(graph: Graph, view: GraphView): Edge[] {
  const closing: Edge[] = [];
  const state = new Map<string, "open" | "done">();
  const starts = [...graph.nodes.filter(({ id }) => view.incoming(id).length === 0), ...graph.nodes];
  for (const start of starts) {
    if (state.has(start.id)) continue;
    const path = [{ id: start.id, next: 0 }];
    state.set(start.id, "open");
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const edge = view.outgoing(step.id)[step.next];
      step.next += 1;
      if (edge === undefined) {
        state.set(step.id, "done");
        path.pop();
      } else if (state.get(edge.to) === "open") {
        closing.push(edge);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, "open");
        path.push({ id: edge.to, next: 0 });
      }
    }
  }
  return closing;
}
