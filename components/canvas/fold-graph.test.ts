import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { cardSize, nodeSizes } from "../../core/workflow/node-size.ts";
import { foldGraph, openAround, phasePart, sizesWhereFolded } from "./fold-graph.ts";

const graph = graphSchema.parse({
  phases: [{ id: "read", title: "Read" }],
  nodes: [
    { id: "each", kind: "map", title: "Each", items: "[1]", phase: "read" },
    { id: "loop", kind: "loop", title: "Loop", until: "true", parent: "each" },
    { id: "in", kind: "agent", title: "In", parent: "loop" },
    { id: "write", kind: "synthesize", title: "Write" },
  ],
  edges: [{ id: "e", from: "each", to: "write" }],
});
const shown = (...folded: string[]) => foldGraph(graph, new Set(folded)).nodes.map(({ id }) => id);

test("a folded container stays, without what is in it however deep", () => {
  expect([shown("each"), shown("loop")]).toEqual([["each", "write"], ["each", "loop", "write"]]);
  expect(foldGraph(graph, new Set(["each"])).edges.length).toBe(1);
});

test("a folded container is as high as a card, and as wide as before", () => {
  const sizes = nodeSizes(graph.nodes, {});
  const folded = sizesWhereFolded(sizes, new Set(["each"]));
  expect([folded.get("each"), folded.get("loop")]).toEqual([{ width: sizes.get("each")!.width, height: cardSize.height }, sizes.get("loop")]);
});

test("a folded phase takes its nodes and their edges with it", () => {
  const folded = foldGraph(graph, new Set([phasePart("read")]));
  expect([folded.nodes.map(({ id }) => id), folded.edges]).toEqual([["write"], []]);
  expect(shown(phasePart(undefined))).toEqual(["each", "loop", "in"]);
});

test("what has to be seen opens what is around it, and nothing else", () => {
  const folded = new Set(["each", "loop", phasePart("read"), phasePart(undefined)]);
  expect([...openAround(folded, "in", graph)]).toEqual([phasePart(undefined)]);
  expect([...openAround(folded, "loop", graph)]).toEqual(["loop", phasePart(undefined)]);
  expect(openAround(folded, null, graph)).toBe(folded);
});

test("unfolded, it is the same graph", () => {
  expect(foldGraph(graph, new Set())).toBe(graph);
});
