import { isContainer, type Node } from "./node.ts";

/** Width and height on the canvas, in pixels. */
export interface Size {
  width: number;
  height: number;
}

type Positions = Readonly<Record<string, { x: number; y: number }>>;

/** A card's size: fixed, so that no layout has to measure first. */
export const cardSize: Size = { width: 172, height: 84 };

/** What a container draws around the cards of its body. */
export const bodyPadding = { side: 12, top: 36, bottom: 32, gap: 12 };

/** How large a node is drawn around what it holds. @param ends right and bottom ends of its body, within it. */
export function sizeAround({ kind }: Pick<Node, "kind">, ends: readonly { right: number; bottom: number }[]): Size {
  if (!isContainer(kind)) return cardSize;
  const { side, top, bottom } = bodyPadding;
  return {
    width: Math.max(side + cardSize.width, ...ends.map((end) => end.right)) + side,
    height: Math.max(top + cardSize.height, ...ends.map((end) => end.bottom)) + bottom,
  };
}

/** How large every node is drawn where its body stands, by node id; containers grow around their bodies. */
export function nodeSizes(nodes: readonly Node[], positions: Positions): Map<string, Size> {
  const childrenById = Map.groupBy(nodes, ({ parent }) => parent ?? null);
  const sizes = new Map<string, Size>();
  const measure = (node: Node): Size => {
    const ends = (childrenById.get(node.id) ?? []).map((child) => {
      const { width, height } = measure(child);
      const { x, y } = positions[child.id] ?? { x: 0, y: 0 };
      return { right: x + width, bottom: y + height };
    });
    const size = sizeAround(node, ends);
    sizes.set(node.id, size);
    return size;
  };
  for (const node of childrenById.get(null) ?? []) measure(node);
  return sizes;
}
