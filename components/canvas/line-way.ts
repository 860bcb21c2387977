import type { Graph } from "../../core/workflow/graph.ts";
import { bodyPadding, cardSize, type Size } from "../../core/workflow/node-size.ts";

/** Where a card stands, in its container. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** How a line gets past the cards between its ends: level from one place to another, in pixels from where it leaves its source. */
export interface Way {
  startX: number;
  endX: number;
  y: number;
}

/** What a line keeps from a card that it passes; less than half of the smallest gap between cards. */
const margin = bodyPadding.gap / 2 - 2;
const samples = 24;
/** A line past more cards than this is lost among them anyway, and would take long to lead. */
const mostPassed = 60;

/** The ways of all lines that don't run straight on, by the id of their edge. */
export function waysThrough({ nodes, edges }: Pick<Graph, "nodes" | "edges">, positions: Graph["layout"], sizes: ReadonlyMap<string, Size>): Map<string, Way> {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const boxOf = (id: string): Box => ({ ...(positions[id] ?? { x: 0, y: 0 }), ...(sizes.get(id) ?? cardSize) });
  const boxesByParent = new Map<string | undefined, Box[]>();
  for (const [parent, inside] of Map.groupBy(nodes, (node) => node.parent)) boxesByParent.set(parent, inside.map(({ id }) => boxOf(id)).toSorted((a, b) => a.x - b.x));
  const ways = new Map<string, Way>();
  for (const { id, from, to } of edges) {
    const [source, target] = [boxOf(from), boxOf(to)];
    const way = wayAround(source, target, () => cardsBetween(boxesByParent.get(nodesById.get(from)?.parent) ?? [], source.x + source.width, target.x));
    if (way !== null) ways.set(id, way);
  }
  return ways;
}

/** @param boxes from left to right. @returns none where there are too many. */
function cardsBetween(boxes: readonly Box[], startX: number, endX: number): Box[] {
  let [low, high] = [0, boxes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((boxes[middle]?.x ?? 0) > startX) high = middle;
    else low = middle + 1;
  }
  const between: Box[] = [];
  for (let index = low; index < boxes.length; index += 1) {
    const box = boxes[index];
    if (box === undefined || box.x >= endX) break;
    between.push(box);
    if (between.length > mostPassed) return [];
  }
  return between;
}

/**
 * The way around cards that a line would run behind, the shortest one above or below them.
 * @returns null where nothing stands in between, or nowhere is room.
 */
export function wayAround(from: Box, to: Box, cardsBesides: () => readonly Box[]): Way | null {
  const [start, end] = [{ x: from.x + from.width, y: from.y + from.height / 2 }, { x: to.x, y: to.y + to.height / 2 }];
  // Between two columns that stand beside each other is no card.
  if (end.x - start.x < cardSize.width) return null;
  const between = cardsBesides().filter((card) => card.x > start.x && card.x + card.width < end.x);
  if (!isAnyCrossed(between, start, end)) return null;
  const startX = Math.min(...between.map(({ x }) => x));
  const endX = Math.max(...between.map(({ x, width }) => x + width));
  const free = between.flatMap(({ y, height }) => [y - margin, y + height + margin]).filter((y) => between.every((card) => y <= card.y - margin || y >= card.y + card.height + margin));
  const [level] = free.toSorted((a, b) => detour(a) - detour(b));
  return level === undefined ? null : { startX: startX - start.x, endX: endX - start.x, y: level - start.y };

  function detour(y: number): number {
    return Math.abs(y - start.y) + Math.abs(y - end.y);
  }
}

interface Point {
  x: number;
  y: number;
}

/** Whether the curve that React Flow draws from left to right, level at both ends, runs behind one of these cards. */
function isAnyCrossed(cards: readonly Box[], start: Point, end: Point): boolean {
  const [low, high] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  const near = cards.filter(({ y, height }) => high >= y && low <= y + height);
  if (near.length === 0) return false;
  const points = Array.from({ length: samples + 1 }, (_, index) => curveAt(index / samples, start, end));
  return near.some(({ x, y, width, height }) => points.some((point) => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height));
}

function curveAt(t: number, start: Point, end: Point): Point {
  const middle = (start.x + end.x) / 2;
  const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  return { x: a * start.x + b * middle + c * middle + d * end.x, y: (a + b) * start.y + (c + d) * end.y };
}
