import type { Graph } from "../../core/workflow/graph.ts";
import type { Size } from "../../core/workflow/node-size.ts";

const usual: Size = { width: 144, height: 112 };
/** Twice as long as high React Flow would draw the border of what it shades into the map. */
const longest = 208;
/** A graph that grows doesn't make its map twitch with every node. */
const step = 16;

/** How large the map of a graph is drawn: of a long one longer than usual, so that something of it can be seen. */
export function mapSizeOf(positions: Graph["layout"], sizes: ReadonlyMap<string, Size>): Size {
  let [width, height] = [1, 1];
  for (const [id, size] of sizes) {
    width = Math.max(width, (positions[id]?.x ?? 0) + size.width);
    height = Math.max(height, (positions[id]?.y ?? 0) + size.height);
  }
  const shape = width / height;
  const length = Math.min(longest, Math.max(usual.width, Math.ceil((usual.height * shape) / step) * step));
  return { ...usual, width: length };
}
