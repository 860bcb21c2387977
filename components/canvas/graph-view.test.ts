import { expect, test } from "vitest";
import { isInView, viewOf, viewOn } from "./graph-view.ts";

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

test("a node that is partly seen is brought into view without moving more than that takes", () => {
  const card = { x: 700, y: 100, width: 172, height: 84 };
  const view = { x: 0, y: 0, zoom: 1 };
  expect(viewOn(card, view, screen)).toEqual({ zoom: 1, x: 800 - 26 - 872, y: 0 });
  expect(viewOn({ ...card, x: -10, y: -20 }, view, screen)).toEqual({ zoom: 1, x: 36, y: 68 });
});

test("a node that is not seen at all, too small or too large is brought to the middle", () => {
  const card = { x: 5_000, y: 100, width: 172, height: 84 };
  for (const [bounds, zoom] of [[card, 1], [{ ...card, x: 100 }, 0.2], [{ ...card, x: 500, width: 900 }, 1]] as const) {
    const view = viewOn(bounds, { x: 0, y: 0, zoom }, screen);
    expect((bounds.x + bounds.width / 2) * view.zoom + view.x).toBeCloseTo(400);
  }
});
