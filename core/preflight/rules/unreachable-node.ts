import type { Node } from "../../workflow/node.ts";
import { found, type Rule } from "../rule.ts";

/** Work that was planned, is shown and approved, and never happens: a cycle feeds it, or a source that never starts. */
export const unreachableNode: Rule = {
  id: "structure/unreachable-node",
  severity: "error",
  why: "A step that nothing leads to never runs: what it was there for is missing from the result, and nothing fails.",
  examine({ graph, view }) {
    const reached = new Set<string>();
    const waiting: Node[] = [];
    const enter = (parentId: string | null) => {
      waiting.push(...view.children(parentId).filter((node) => view.incoming(node.id).length === 0));
    };
    enter(null);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (reached.has(node.id)) continue;
      reached.add(node.id);
      enter(node.id);
      waiting.push(...view.outgoing(node.id).flatMap((edge) => view.node(edge.to) ?? []));
    }
    return found(
      graph.nodes
        .filter((node) => !reached.has(node.id))
        .map((node) => ({
          target: { type: "node", id: node.id },
          message: `"${node.title}" is never reached: no path leads to it from the start.`,
          fixes: [
            {
              title: "Start it with its container",
              ops: view.incoming(node.id).map((edge) => ({ op: "edge-remove", id: edge.id })),
            },
          ],
        })),
    );
  },
};
