import type { Node } from "../../workflow/node.ts";
import type { OpInput } from "../../workflow/op.ts";
import { fix } from "../fix.ts";
import type { Fix } from "../finding.ts";
import { found, onNode, withBrief, type Examined, type Rule } from "../rule.ts";

const working = new Set<Node["kind"]>(["agent", "tool", "code", "map", "loop", "subworkflow"]);

/** Work that answers something nobody asked: interesting, plausible, and paid for from the same budget. */
export const drift: Rule = {
  id: "scope/drift",
  severity: "warning",
  reads: "structure",
  why: "This step answers none of what was asked and helps no step that does.",
  examine: (examined) =>
    withBrief(examined, ({ requirements }) => {
      const { graph, view } = examined;
      const wanted = new Set(requirements.map(({ id }) => id));
      const covering = graph.nodes.filter(({ covers }) => covers.some((id) => wanted.has(id)));
      const byWork = new Set(covering.filter(({ kind }) => working.has(kind)).flatMap(({ covers }) => covers));
      // A check or a report covers what all bring to it: it counts only for what no work covers.
      const serving = covering.filter(({ kind, covers }) => working.has(kind) || covers.some((id) => wanted.has(id) && !byWork.has(id)));
      // Where no step says what it is there for, nothing can be told apart.
      if (serving.length === 0) return found([]);
      const reports = new Set(view.reports);
      // What works on the finished report is not served by all that is in it.
      const near = new Set([...serving, ...view.before(serving, { stopAt: (node) => reports.has(node) }), ...view.after(serving)]);
      for (const node of serving) for (const container of view.ancestors(node)) near.add(container);
      return found(
        graph.nodes
          .filter((node) => working.has(node.kind) && node.parent === undefined && !near.has(node))
          .map((node) => onNode(node, `"${node.title}" covers no requirement and feeds no step that does.`, takenOut(node, examined))),
      );
    }),
};

/** Takes a step out with its edges, where whatever it feeds has something else to work on. */
function takenOut(node: Node, { view }: Examined): Fix[] {
  const outgoing = view.outgoing(node.id);
  if (view.children(node.id).length > 0 || outgoing.some(({ to }) => view.incoming(to).length < 2)) return [];
  const edgeIds = new Set([...outgoing, ...view.incoming(node.id)].map(({ id }) => id));
  return [fix("Take it out", [...[...edgeIds].map((id): OpInput => ({ op: "edge-remove", id })), { op: "node-remove", id: node.id }])];
}
