import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { placeNodes } from "./place-nodes.ts";

describe("placing nodes", () => {
  test("a node that has a place never moves, whatever comes after it", () => {
    fc.assert(
      fc.property(graphArbitrary, ({ nodes, phases }) => {
        const whole = placeNodes({ nodes, phases }, {});
        let known = {};
        for (let count = 1; count <= nodes.length; count += 1) {
          known = placeNodes({ nodes: nodes.slice(0, count), phases }, known);
        }
        expect(known).toEqual(whole);
      }),
    );
  });

  test("keeps the places that people gave", () => {
    fc.assert(
      fc.property(graphArbitrary, ({ nodes, phases }) => {
        const [first] = nodes;
        fc.pre(first !== undefined);
        expect(placeNodes({ nodes, phases }, { [first!.id]: { x: 7, y: -9 } })[first!.id]).toEqual({ x: 7, y: -9 });
      }),
    );
  });

  test("no two cards of a lane stand on one another", () => {
    fc.assert(
      fc.property(graphArbitrary, ({ nodes, phases }) => {
        const placed = placeNodes({ nodes, phases }, {});
        const places = nodes.filter(({ parent }) => parent === undefined).map(({ id }) => `${placed[id]?.x} ${placed[id]?.y}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
