import fc from "fast-check";
import { expect, test } from "vitest";
import { cardSize } from "../../core/workflow/node-size.ts";
import { wayAround, type Box } from "./line-way.ts";

const columnWidth = cardSize.width + 52;
const card = (column: number, y: number): Box => ({ x: column * columnWidth, y, ...cardSize });

test("a line to the next column, or past cards that it doesn't meet, goes as it went", () => {
  expect(wayAround(card(0, 0), card(1, 300), () => [card(1, 0)])).toBeNull();
  expect(wayAround(card(0, 0), card(2, 0), () => [card(1, 400)])).toBeNull();
});

test("a line that would run behind a card goes past it on the nearer side", () => {
  const way = wayAround(card(0, 0), card(2, 60), () => [card(1, 0)])!;
  expect(way.y + cardSize.height / 2).toBeGreaterThan(cardSize.height);
  expect(way.y + cardSize.height / 2).toBeLessThan(cardSize.height + 20);
  expect(way.startX).toBe(52);
  expect(way.endX).toBe(52 + cardSize.width);
});

test("wherever cards stand, the level part of a way crosses none of those between", () => {
  const places = fc.uniqueArray(fc.record({ column: fc.integer({ min: 1, max: 4 }), row: fc.integer({ min: -4, max: 4 }) }), { maxLength: 20, selector: ({ column, row }) => column * 100 + row });
  fc.assert(
    fc.property(places, fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), (taken, fromY, toY) => {
      const [from, to] = [card(0, fromY), card(5, toY)];
      const between = taken.map(({ column, row }) => card(column, row * (cardSize.height + 28)));
      const way = wayAround(from, to, () => between);
      if (way === null) return;
      const y = from.y + from.height / 2 + way.y;
      expect(between.filter((one) => y > one.y && y < one.y + one.height)).toEqual([]);
      expect(way.startX).toBeLessThan(way.endX);
    }),
  );
});
