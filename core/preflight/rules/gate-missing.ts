import type { Node } from "../../workflow/node.ts";
import { insertCheckpoint } from "../insert-checkpoint.ts";
import { found, onNode, type Examined, type Rule, type RuleFinding } from "../rule.ts";
import { writingNodes } from "../writing-nodes.ts";

/** A plan without the stops that a house has agreed on. */
export const gateMissing: Rule = {
  id: "gate/missing",
  severity: "warning",
  reads: "structure",
  why: "This installation asks for a person's look at this place.",
  examine(examined) {
    const { beforeWrites, afterFanOutOver, beforeReport } = examined.surroundings.policy.checkpoints;
    return found([
      ...(beforeWrites ? writes(examined) : []),
      ...(afterFanOutOver === null ? [] : wideMaps(afterFanOutOver, examined)),
      ...(beforeReport ? reports(examined) : []),
    ]);
  },
};

const isGate = ({ kind }: Node) => kind === "checkpoint";

/** What can be reached from the start without passing a checkpoint. */
function ungated({ view }: Examined): ReadonlySet<Node> {
  const starts = view.children(null).filter(({ id }) => view.incoming(id).length === 0);
  return new Set([...starts, ...view.after(starts.filter((node) => !isGate(node)), { stopAt: isGate })]);
}

function writes(examined: Examined): RuleFinding[] {
  const open = ungated(examined);
  return writingNodes(examined)
    .filter(({ node }) => open.has(node))
    .map(({ node }) => onNode(node, `The policy asks for a checkpoint before "${node.title}" writes.`, insertCheckpoint(node, `May "${node.title}" go ahead?`, examined)));
}

function reports(examined: Examined): RuleFinding[] {
  const open = ungated(examined);
  return examined.view.reports
    .filter((node) => open.has(node))
    .map((node) => onNode(node, `The policy asks for a checkpoint before "${node.title}".`, insertCheckpoint(node, "May the report be written from this?", examined)));
}

/** A wide map whose results go on without anybody having looked at them. */
function wideMaps(most: number, { graph, view }: Examined): RuleFinding[] {
  return graph.nodes.flatMap((node) => {
    if (node.kind !== "map" || (typeof node.maxItems === "number" && node.maxItems <= most)) return [];
    const next = view.outgoing(node.id).flatMap(({ to }) => view.node(to) ?? []);
    if (next.length > 0 && next.every(isGate)) return [];
    const width = typeof node.maxItems === "number" ? `${node.maxItems}` : "any number of";
    return [onNode(node, `The policy asks for a checkpoint after "${node.title}", which takes ${width} items and not at most ${most}.`)];
  });
}
