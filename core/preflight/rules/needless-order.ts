import type { Edge } from "../../workflow/edge.ts";
import type { Node } from "../../workflow/node.ts";
import { isTaken } from "../input-use.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { toolFieldOf, toolsOf } from "../node-tools.ts";
import { found, type Examined, type Rule } from "../rule.ts";
import { effectOf } from "../tool-effect.ts";

/** Steps behind each other that could work beside each other: the run takes twice as long for nothing. */
export const needlessOrder: Rule = {
  id: "structure/needless-order",
  severity: "note",
  reads: "structure",
  why: "This step waits for another one whose result it doesn't use; beside each other they would be done sooner.",
  examine: (examined) =>
    found(
      examined.graph.edges
        .filter((edge) => isNeedless(edge, examined))
        .map(({ id, from, to }) => ({
          target: { type: "edge", id },
          message: `"${examined.view.node(to)?.title}" waits for "${examined.view.node(from)?.title}" and uses nothing of it.`,
          fixes: [{ title: "Don't wait", ops: [{ op: "edge-remove", id }] }],
        })),
    ),
};

function isNeedless(edge: Edge, { view, surroundings }: Examined): boolean {
  const [from, to] = [view.node(edge.from), view.node(edge.to)];
  const onlyReads = (node: Node | undefined) =>
    (node?.kind === "agent" || node?.kind === "tool") && !isUnknown(toolFieldOf(node)) && toolsOf(node).every((tool) => effectOf(tool, surroundings).writes === false && !effectOf(tool, surroundings).asksPerson);
  if (edge.when !== undefined || !onlyReads(from) || !onlyReads(to)) return false;
  if (edge.kind === "order") return true;
  // What nobody takes at all is dead, which another rule says.
  return !isTaken(edge, view) && view.outgoing(edge.from).some((other) => isTaken(other, view));
}
