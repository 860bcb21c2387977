import type { Node } from "../workflow/node.ts";
import type { OpInput } from "../workflow/op.ts";
import type { Fix } from "./finding.ts";
import { fix } from "./fix.ts";
import { freeId } from "../workflow/free-name.ts";
import type { Examined } from "./rule.ts";

/**
 * Puts a checkpoint before a node, so that no way leads around it. Values pass through it unchanged (SPEC C7), under the
 * name the node knows; with several inputs they would come as one, so there is no fix then.
 */
export function insertCheckpoint(node: Node, asks: string, { graph, view }: Pick<Examined, "graph" | "view">): Fix[] {
  const incoming = view.incoming(node.id);
  const [only, ...others] = incoming;
  if (others.length > 0) return [];
  const id = freeId(graph.nodes, `ask-before-${node.id}`);
  const { phase, parent } = node;
  const ops: OpInput[] = [{ op: "node-add", node: { kind: "checkpoint", id, title: `Ask before: ${node.title}`.slice(0, 120), asks, rationale: "A person sees what is about to happen and decides.", phase, parent } }];
  if (only !== undefined) ops.push({ op: "edge-update", id: only.id, changes: [{ path: ["to"], value: id }] });
  ops.push({ op: "edge-add", edge: { id: freeId(graph.edges, `${id}-${node.id}`), from: id, to: node.id, as: only?.as, kind: only?.kind ?? "order" } });
  return [fix("Ask a person before it", ops)];
}
