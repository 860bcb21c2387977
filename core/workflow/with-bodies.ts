import type { Node } from "./node.ts";

/** Ids of some nodes and of all that is in them, however deep. */
export function withBodies(nodeIds: Iterable<string>, nodes: readonly Node[]): Set<string> {
  const inside = new Set(nodeIds);
  for (let size = -1; size !== inside.size; ) {
    size = inside.size;
    for (const { id, parent } of nodes) if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  return inside;
}
