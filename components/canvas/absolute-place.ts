import type { Graph } from "../../core/workflow/graph.ts";

/** Where nodes stand on the canvas itself: those in a container are placed relative to it. */
export function absolutePlaces(nodes: Graph["nodes"], positions: Graph["layout"]): Map<string, { x: number; y: number }> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  return new Map(
    nodes.map(({ id }) => {
      let [x, y] = [0, 0];
      for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
        x += positions[at]?.x ?? 0;
        y += positions[at]?.y ?? 0;
      }
      return [id, { x, y }];
    }),
  );
}
