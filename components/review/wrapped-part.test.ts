import fc from "fast-check";
import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { nodeSizes } from "../../core/workflow/node-size.ts";
import { appliedAndBack } from "../../tests/setup/applied-and-back.ts";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { subset } from "../../tests/setup/subset.ts";
import { wrapOf } from "./wrapped-part.ts";

const graph = graphSchema.parse({
  nodes: ["a", "b", "c", "d"].map((id) => ({ id, kind: "agent", title: id })),
  edges: [
    { id: "e1", from: "a", to: "b" },
    { id: "e2", from: "a", to: "c" },
    { id: "e3", from: "b", to: "c" },
    { id: "e4", from: "c", to: "d" },
  ],
  reportNode: "c",
  layout: { b: { x: 200, y: 60 }, c: { x: 400, y: 100 } },
});

test("wrapped nodes stand in a new map where they stood, joined to the others by the map's edges", () => {
  const { ops, nodeIds } = wrapOf(["b", "c"], "map", graph)!;
  const after = appliedAndBack(graph, ops);
  expect(nodeIds).toEqual(["map"]);
  expect(after.nodes.map(({ id, parent }) => [id, parent])).toEqual([["a", undefined], ["b", "map"], ["c", "map"], ["d", undefined], ["map", undefined]]);
  expect(after.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(["a map", "b c", "map d"]);
  expect([after.reportNode, after.layout.map, after.layout.c]).toEqual(["map", { x: 188, y: 60 }, { x: 212, y: 76 }]);
});

test("what stood between wrapped nodes, or right below them, makes room, and nothing else moves", () => {
  const column = graphSchema.parse({ nodes: ["a", "b", "c", "d", "e"].map((id) => ({ id, kind: "agent", title: id })), layout: { a: { x: 0, y: 0 }, b: { x: 0, y: 112 }, c: { x: 0, y: 224 }, d: { x: 0, y: 336 }, e: { x: 300, y: 224 } } });
  const { layout, nodes } = appliedAndBack(column, wrapOf(["b", "d"], "map", column)!.ops);
  expect([layout.a, layout.e, layout.map]).toEqual([{ x: 0, y: 0 }, { x: 300, y: 224 }, { x: -12, y: 112 }]);
  expect(layout.c).toEqual({ x: 0, y: 112 + nodeSizes(nodes, layout).get("map")!.height + 28 });
});

test("a node that nobody has placed yet is wrapped where it is shown", () => {
  const unplaced = graphSchema.parse({ nodes: [{ id: "a", kind: "agent", title: "A" }, { id: "b", kind: "agent", title: "B" }], layout: { a: { x: 0, y: 50 } } });
  const { layout } = appliedAndBack(unplaced, wrapOf(["a", "b"], "loop", unplaced)!.ops);
  expect(Object.keys(layout).toSorted()).toEqual(["a", "b", "loop"]);
  expect(Math.min(layout.a!.y, layout.b!.y)).toBe(36);
});

test("any siblings can be wrapped in a loop or a map, and that taken back", () => {
  fc.assert(
    fc.property(graphArbitrary, fc.nat(), fc.constantFrom("map" as const, "loop" as const), (any, pick, kind) => {
      const [first] = subset(any, pick);
      const parent = any.nodes.find(({ id }) => id === first)?.parent;
      const siblings = subset(any, pick).filter((id) => any.nodes.find((node) => node.id === id)?.parent === parent);
      fc.pre(siblings.length > 0);
      const after = appliedAndBack(any, wrapOf(siblings, kind, any)!.ops);
      expect(after.nodes.length).toBe(any.nodes.length + 1);
    }),
  );
});

test("nodes of different containers can't be wrapped together", () => {
  const nested = graphSchema.parse({ nodes: [{ id: "m", kind: "map", title: "M", items: "[1]" }, { id: "in", kind: "agent", title: "In", parent: "m" }] });
  expect([wrapOf(["m", "in"], "map", nested), wrapOf([], "loop", nested)]).toEqual([null, null]);
});
