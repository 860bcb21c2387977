import type { Node } from "../../workflow/node.ts";
import type { Fix } from "../finding.ts";
import type { GraphView } from "../graph-view.ts";
import { found, onNode, type Rule } from "../rule.ts";

/** Work that was planned, is shown and approved, and never happens: a cycle feeds it, or a source that never starts. */
export const unreachableNode: Rule = {
  id: "structure/unreachable-node",
  severity: "error",
  reads: "structure",
  why: "A step that nothing leads to never runs: what it was there for is missing from the result, and nothing fails.",
  examine: ({ graph, view }) =>
    found(
      graph.nodes
        .filter((node) => !view.reached().has(node))
        .map((node) =>
          onNode(node, `"${node.title}" is never reached: no path leads to it from the start.`, startedWithContainer(node, view)),
        ),
    ),
};

/** Inside a container that is never reached itself nothing can be mended here. */
function startedWithContainer({ id, parent }: Node, view: GraphView): Fix[] {
  const container = parent === undefined ? undefined : view.node(parent);
  if (container !== undefined && !view.reached().has(container)) return [];
  return [{ title: "Start it with its container", ops: view.incoming(id).map((edge) => ({ op: "edge-remove", id: edge.id })) }];
}
