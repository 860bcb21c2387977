import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { graphSchema, type Graph, type GraphInput } from "./graph.ts";
import { nodeSizes } from "./node-size.ts";
import { placeNodes } from "./place-nodes.ts";

/** The pairs of nodes beside each other of which one stands on the other. */
function overlaps({ nodes }: Pick<Graph, "nodes">, places: Graph["layout"]): string[] {
  const sizes = nodeSizes(nodes, places);
  const boxes = nodes.map(({ id, parent }) => ({ id, parent, ...places[id]!, ...sizes.get(id)! }));
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.parent === b.parent && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.id} ${b.id}`),
  );
}

/** The same nodes with each body right after its container, as plans are written. */
function bodiesFirst({ nodes, phases }: Graph): Pick<Graph, "nodes" | "phases"> {
  const childrenById = Map.groupBy(nodes, ({ parent }) => parent ?? null);
  const enter = (parentId: string | null): Graph["nodes"] => (childrenById.get(parentId) ?? []).flatMap((node) => [node, ...enter(node.id)]);
  return { phases, nodes: enter(null) };
}

const planOf = (nodes: GraphInput["nodes"]) => graphSchema.parse({ phases: [{ id: "read", title: "Read" }, { id: "report", title: "Report" }], nodes });
const agents = (count: number, more: object) => Array.from({ length: count }, (_, index) => ({ kind: "agent" as const, id: `a${index}`, title: `A ${index}`, ...more }));
const extent = (values: number[]) => Math.max(...values) - Math.min(...values);

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

  test("what comes after a container's body stands right below it", () => {
    const map = { kind: "map" as const, id: "each", title: "Each", phase: "read", items: "inputs.a", maxItems: 2 };
    const [inner, after] = agents(2, { phase: "read" });
    const plan = planOf([map, { ...inner!, parent: "each" }, after!]);
    const places = placeNodes(plan, {});
    expect(places.a1!.y - nodeSizes(plan.nodes, places).get("each")!.height).toBe(28);
  });

  test("a newcomer doesn't take the place of one that has it, in whatever order they stand", () => {
    const [a, b, c] = agents(3, {});
    const places = placeNodes(planOf([c!, a!, b!]), { a0: { x: 0, y: 0 }, a1: { x: 0, y: 112 } });
    expect(places.a2).toEqual({ x: 0, y: 224 });
  });

  test("nothing stands on what is beside it, containers with all they hold included", () => {
    fc.assert(
      fc.property(graphArbitrary.map(bodiesFirst), (graph) => {
        expect(overlaps(graph, placeNodes(graph, {}))).toEqual([]);
      }),
    );
  });

  test("a lane with many nodes goes on in further columns, and the next lane begins right of them", () => {
    const graph = planOf([...agents(40, { phase: "read" }), { kind: "synthesize", id: "report", title: "Report", phase: "report" }]);
    const places = placeNodes(graph, {});
    const read = graph.nodes.slice(0, 40).map(({ id }) => places[id]!);
    expect(extent(read.map(({ y }) => y))).toBeLessThan(900);
    expect(new Set(read.map(({ x }) => x)).size).toBe(5);
    expect(places.report!.x).toBeGreaterThan(Math.max(...read.map(({ x }) => x)) + 172);
  });

  test("a lane that can't become wider, as the next one is there, becomes higher", () => {
    const report = { kind: "synthesize" as const, id: "report", title: "Report", phase: "report" };
    const graph = planOf([...agents(1, { phase: "read" }), report, ...agents(20, { phase: "read" }).slice(1)]);
    const places = placeNodes(graph, {});
    expect(overlaps(graph, places)).toEqual([]);
    expect(places.a19!.x).toBe(places.a0!.x);
  });

  test("a body that grows late goes sideways rather than over what stands below its container", () => {
    const map = { kind: "map" as const, id: "map", title: "Map", items: "inputs.list", phase: "read" };
    const below = { kind: "agent" as const, id: "below", title: "Below", phase: "read" };
    const graph = planOf([map, below, ...agents(5, { parent: "map" })]);
    expect(overlaps(graph, placeNodes(graph, {}))).toEqual([]);
  });

  test("a container is drawn around the containers in it", () => {
    const graph = planOf([
      { kind: "map", id: "outer", title: "Outer", items: "inputs.list" },
      { kind: "map", id: "inner", title: "Inner", items: "item.list", parent: "outer" },
      ...agents(3, { parent: "inner" }),
    ]);
    const sizes = nodeSizes(graph.nodes, placeNodes(graph, {}));
    expect(sizes.get("inner")!.height).toBeGreaterThan(3 * 84);
    expect(sizes.get("outer")!.height).toBeGreaterThan(sizes.get("inner")!.height);
    expect(sizes.get("outer")!.width).toBeGreaterThan(sizes.get("inner")!.width);
  });
});
