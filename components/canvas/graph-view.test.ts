import { expect, test } from "vitest";
import { isInView, viewOf } from "./graph-view.ts";

const screen = { width: 800, height: 600 };

test("a graph that fits is seen whole, never larger than life", () => {
  expect(viewOf({ x: 0, y: 0, width: 400, height: 200 }, screen, 0.5).zoom).toBe(1);
  const bounds = { x: -50, y: 30, width: 1_000, height: 500 };
  expect(isInView(bounds, viewOf(bounds, screen, 0.5), screen)).toBe(true);
});

test("a graph that is too large to be read whole is seen from its beginning", () => {
  const bounds = { x: 100, y: 100, width: 9_000, height: 5_000 };
  const view = viewOf(bounds, screen, 0.5);
  expect(view.zoom).toBe(0.5);
  expect(isInView({ ...bounds, width: 172, height: 84 }, view, screen)).toBe(true);
});
