import type { Node } from "../../workflow/node.ts";

/**
 * Remembers what was read from a node: an edit makes new objects of the nodes that it changes and keeps the others, so
 * that after an edit only what it changed is read again.
 */
export function rememberPerNode<Value>(read: (node: Node) => Value): (node: Node) => Value {
  const known = new WeakMap<Node, { value: Value }>();
  return (node) => {
    const remembered = known.get(node);
    if (remembered !== undefined) return remembered.value;
    const value = read(node);
    known.set(node, { value });
    return value;
  };
}
