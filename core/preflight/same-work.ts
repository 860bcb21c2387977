import type { Node } from "../workflow/node.ts";
import { isUnknown } from "../workflow/unknown-value.ts";
import type { GraphView } from "./graph-view.ts";
import { groupBy } from "./group-by.ts";
import { rememberPerNode } from "./prose/remember.ts";
import { proseOf } from "./prose/node-prose.ts";

export type Worker = Extract<Node, { kind: "agent" }>;

/** What a worker is given beside its instructions, as one key: workers with different keys do different work. */
function givenTo(node: Worker, view: GraphView): string {
  const inputs = view.incoming(node.id).map(({ from, kind, when }) => `${from} ${kind} ${when ?? ""}`).toSorted();
  return `${ownKeyOf(node)} ${inputs.join(" ")}`;
}

const ownKeyOf = rememberPerNode((node) => (node.kind === "agent" ? JSON.stringify([node.parent ?? null, node.covers, node.context, node.role]) : ""));

/** Workers beside each other that are given one and the same context, with instructions that are known; groups of two and more. */
export function alikeInContext(nodes: readonly Node[], view: GraphView): Worker[][] {
  const workers = nodes.filter((node): node is Worker => node.kind === "agent" && !isUnknown(node.instructions) && proseOf(node).text.trim() !== "");
  return [...groupBy(workers, (node) => givenTo(node, view)).values()].filter(({ length }) => length > 1);
}
