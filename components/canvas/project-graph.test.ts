import { expect, test } from "vitest";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import { nodeSizes } from "../../core/workflow/node-size.ts";
import { nodeSchema } from "../../core/workflow/node.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";
import { createProjection, drawnAt } from "./project-graph.ts";

const graph = graphSchema.parse({
  nodes: [
    { kind: "agent", id: "in", title: "Inside", parent: "map" },
    { kind: "map", id: "map", title: "Map", items: "inputs.list" },
    { kind: "agent", id: "a", title: "A" },
    { kind: "agent", id: "b", title: "B" },
  ],
  edges: [{ id: "e", from: "map", to: "a" }],
});

function shown({ nodes, phases }: Graph, selectedId: string | null) {
  const positions = placeNodes({ nodes, phases }, {});
  return { positions, sizes: nodeSizes(nodes, positions), findings: [], requirements: [], comments: new Map<string, number>(), differences: null, selectedId, picked: new Set<string>() };
}

test("containers stand before what is in them", () => {
  const { nodes } = createProjection()(graph, shown(graph, null));
  expect(nodes.map(({ id }) => id)).toEqual(["map", "in", "a", "b"]);
});

test("only what looks different than before is another object", () => {
  const project = createProjection();
  const before = project(graph, shown(graph, null));
  const after = project(graph, shown(graph, "b"));
  expect(after.nodes.filter((node, index) => node !== before.nodes[index]).map(({ id }) => id)).toEqual(["b"]);
  expect(after.edges[0]).toBe(before.edges[0]);
  expect(project(graph, shown(graph, "a")).edges[0]).not.toBe(before.edges[0]);
});

test("a node more leaves the list of lines as it is, and what is shown again the list of cards", () => {
  const project = createProjection();
  const before = project(graph, shown(graph, null));
  const more = { ...graph, nodes: [...graph.nodes, nodeSchema.parse({ kind: "agent", id: "c", title: "C" })] };
  const after = project(more, shown(more, null));
  expect(after.edges).toBe(before.edges);
  expect(after.nodes.slice(0, -1)).toEqual(before.nodes);
  expect(project({ ...more }, shown(more, null)).nodes).toBe(after.nodes);
});

test("a dragged card is drawn elsewhere, and no other is another object", () => {
  const { nodes } = createProjection()(graph, shown(graph, null));
  const moved = drawnAt(nodes, { a: { x: 5, y: 6 } });
  expect(moved.filter((node, index) => node !== nodes[index]).map(({ id, position }) => [id, position])).toEqual([["a", { x: 5, y: 6 }]]);
  expect(drawnAt(nodes, {})).toBe(nodes);
});
