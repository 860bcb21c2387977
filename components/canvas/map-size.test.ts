import { expect, test } from "vitest";
import { cardSize } from "../../core/workflow/node-size.ts";
import { mapSizeOf } from "./map-size.ts";

function mapOf(columns: number, rows: number) {
  const places = Array.from({ length: columns * rows }, (_, index) => [`n${index}`, { x: (index % columns) * 200, y: Math.floor(index / columns) * 112 }] as const);
  return mapSizeOf(Object.fromEntries(places), new Map(places.map(([id]) => [id, cardSize])));
}

test("the map of a graph is longer the longer the graph is, within bounds", () => {
  expect(mapOf(1, 1)).toEqual({ width: 208, height: 112 });
  expect(mapOf(4, 8)).toEqual({ width: 144, height: 112 });
  expect(mapOf(1, 40)).toEqual({ width: 144, height: 112 });
  expect(mapOf(32, 8)).toEqual({ width: 208, height: 112 });
  expect(mapOf(6, 8)).toEqual({ width: 160, height: 112 });
});
