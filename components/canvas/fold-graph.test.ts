import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { foldGraph, phasePart } from "./fold-graph.ts";

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
const shown = (folded: string[], shownId: string | null = null) => foldGraph(graph, new Set(folded), shownId).nodes.map(({ id }) => id);

test("a folded container stays, without what is in it however deep", () => {
  expect([shown(["each"]), shown(["loop"])]).toEqual([["each", "write"], ["each", "loop", "write"]]);
  expect(foldGraph(graph, new Set(["each"]), null).edges.length).toBe(1);
});

test("a folded phase takes its nodes and their edges with it", () => {
  const folded = foldGraph(graph, new Set([phasePart("read")]), null);
  expect([folded.nodes.map(({ id }) => id), folded.edges]).toEqual([["write"], []]);
  expect(shown([phasePart(undefined)])).toEqual(["each", "loop", "in"]);
});

test("what is selected is shown with what is around it, whatever is folded", () => {
  expect(shown(["each", "loop", phasePart("read")], "in")).toEqual(["each", "loop", "in", "write"]);
  expect(shown(["loop"], "write")).toEqual(["each", "loop", "write"]);
});

test("unfolded, it is the same graph", () => {
  expect(foldGraph(graph, new Set(), null)).toBe(graph);
});
