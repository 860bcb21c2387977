import { settledValue } from "../../workflow/expression.ts";
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
    found([
      ...graph.nodes
        .filter((node) => !view.reached().has(node))
        .map((node) =>
          onNode(node, `"${node.title}" is never reached: no path leads to it from the start.`, startedWithContainer(node, view)),
        ),
      ...graph.nodes.filter((node) => view.reached().has(node) && isShutOut(node, view)).map((node) => onNode(node, `"${node.title}" is never reached: the condition on its way in never holds.`, unconditioned(node, view))),
    ]),
};

/** Whether every way in has a condition that is false whatever a run brings (SPEC: a node runs when something leads to it). */
function isShutOut({ id }: Node, view: GraphView): boolean {
  const incoming = view.incoming(id);
  return incoming.length > 0 && incoming.every(({ when }) => when !== undefined && settledValue(when) === false);
}

function unconditioned({ id }: Node, view: GraphView): Fix[] {
  return [{ title: "Take the condition away", ops: view.incoming(id).map((edge) => ({ op: "edge-update", id: edge.id, changes: [{ path: ["when"] }] })) }];
}

/** Inside a container that is never reached itself nothing can be mended here. */
function startedWithContainer({ id, parent }: Node, view: GraphView): Fix[] {
  const container = parent === undefined ? undefined : view.node(parent);
  if (container !== undefined && !view.reached().has(container)) return [];
  return [{ title: "Start it with its container", ops: view.incoming(id).map((edge) => ({ op: "edge-remove", id: edge.id })) }];
}
