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

/**
 * The way around cards that a line would run behind, the shortest one above or below them.
 * @returns null where nothing stands in between, or nowhere is room.
 */
export function wayAround(from: Box, to: Box, cardsBesides: () => readonly Box[]): Way | null {
  const [start, end] = [{ x: from.x + from.width, y: from.y + from.height / 2 }, { x: to.x, y: to.y + to.height / 2 }];
  // Between two columns that stand beside each other is no card.
  if (end.x - start.x < cardSize.width) return null;
  const between = cardsBesides().filter((card) => card.x > start.x && card.x + card.width < end.x);
  if (!between.some((card) => isCrossed(card, start, end))) return null;
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

/** Whether the curve that React Flow draws from left to right, level at both ends, runs behind a card. */
function isCrossed({ x, y, width, height }: Box, start: Point, end: Point): boolean {
  const [low, high] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  if (high < y || low > y + height) return false;
  return Array.from({ length: samples + 1 }, (_, index) => curveAt(index / samples, start, end)).some((point) => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height);
}

function curveAt(t: number, start: Point, end: Point): Point {
  const middle = (start.x + end.x) / 2;
  const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  return { x: a * start.x + b * middle + c * middle + d * end.x, y: (a + b) * start.y + (c + d) * end.y };
}
