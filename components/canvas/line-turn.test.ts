import { expect, test } from "vitest";
import { turnBetween } from "./line-turn.ts";

const heights = { source: 84, target: 84 };

test("a line that leads on to the right doesn't turn", () => {
  expect(turnBetween({ x: 100, y: 0 }, { x: 140, y: 300 }, heights)).toBe(null);
});

test("a line to what stands below its source turns back in the gap above it", () => {
  const turn = turnBetween({ x: 172, y: 42 }, { x: 0, y: 42 + 84 + 12 }, heights)!;
  expect(turn).toBeGreaterThan(84);
  expect(turn).toBeLessThan(96);
});

test("a line to what stands above or beside its source turns back in the gap below it", () => {
  expect(turnBetween({ x: 500, y: 300 }, { x: 0, y: 42 }, heights)).toBeGreaterThan(84);
});
