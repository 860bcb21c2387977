import type { Graph } from "../../core/workflow/graph.ts";
import { absolutePlaces } from "./absolute-place.ts";

const directions: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The node that an arrow key leads to: the nearest in its direction, what is off to the side counting double. */
export function neighbourOf(selectedId: string | null, key: string, { nodes }: Graph, positions: Graph["layout"]): string | null {
  const direction = directions[key];
  const places = absolutePlaces(nodes, positions);
  const from = selectedId === null ? undefined : places.get(selectedId);
  if (direction === undefined || from === undefined) return nodes[0]?.id ?? null;
  let nearest: { id: string; distance: number } | null = null;
  for (const [id, { x, y }] of places) {
    const ahead = (x - from.x) * direction.x + (y - from.y) * direction.y;
    const aside = Math.abs((x - from.x) * direction.y) + Math.abs((y - from.y) * direction.x);
    const distance = ahead + 2 * aside;
    if (ahead > 0 && (nearest === null || distance < nearest.distance)) nearest = { id, distance };
  }
  return nearest?.id ?? selectedId;
}
