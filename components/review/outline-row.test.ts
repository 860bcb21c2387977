import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { outlineRows } from "./outline-row.ts";

const open = { closed: new Set<string>(), ghost: null };
const linesOf = (...args: Parameters<typeof outlineRows>) => outlineRows(...args).map(({ level, title }) => `${level} ${title}`);

test("phases in their order, bodies below their containers, what has no phase last", () => {
  const graph = graphSchema.parse({
    phases: [
      { id: "read", title: "Read" },
      { id: "report", title: "Report" },
    ],
    nodes: [
      { id: "loose", kind: "branch", title: "Loose" },
      { id: "write", kind: "synthesize", title: "Write", phase: "report" },
      { id: "each", kind: "map", title: "Each", items: "[1]", phase: "read" },
      { id: "one", kind: "agent", title: "One", parent: "each" },
    ],
  });
  expect(linesOf(graph, open)).toEqual([
    "1 Read",
    "2 Each",
    "3 One",
    "1 Report",
    "2 Write",
    "1 Without a phase",
    "2 Loose",
  ]);
});

test("every line is numbered among those beside it, as only some of a long outline are drawn", () => {
  const graph = graphSchema.parse({
    phases: [{ id: "read", title: "Read" }, { id: "report", title: "Report" }],
    nodes: [
      { id: "each", kind: "map", title: "Each", items: "[1]", phase: "read" },
      { id: "one", kind: "agent", title: "One", parent: "each" },
      { id: "two", kind: "agent", title: "Two", parent: "each" },
      { id: "last", kind: "agent", title: "Last", phase: "read" },
      { id: "write", kind: "synthesize", title: "Write", phase: "report" },
    ],
  });
  const lines = outlineRows(graph, { ...open, ghost: { kind: "agent", title: "Three", parent: "each" } });
  expect(lines.map(({ title, place: { at, of } }) => `${title} ${at}/${of}`)).toEqual(["Read 1/2", "Each 1/2", "One 1/3", "Two 2/3", "Three 3/3", "Last 2/2", "Report 2/2", "Write 1/1"]);
});

test("nodes stand as on the canvas, however a digest ordered them", () => {
  const graph = graphSchema.parse({
    nodes: ["a", "b", "c"].map((id) => ({ id, kind: "agent", title: id })),
    layout: { a: { x: 200, y: 0 }, b: { x: 0, y: 112 }, c: { x: 0, y: 0 } },
  });
  expect(linesOf(graph, open)).toEqual(["1 Nodes", "2 c", "2 b", "2 a"]);
});

test("what is closed hides what is in it, and what is being written stands where it will be", () => {
  const graph = graphSchema.parse({
    phases: [{ id: "read", title: "Read" }, { id: "report", title: "Report" }],
    nodes: [
      { id: "each", kind: "map", title: "Each", items: "[1]", phase: "read" },
      { id: "one", kind: "agent", title: "One", parent: "each" },
    ],
  });
  const ghost = { kind: "agent" as const, title: "Two" };
  expect(linesOf(graph, { closed: new Set(["each"]), ghost: null })).toEqual(["1 Read", "2 Each", "1 Report"]);
  expect(linesOf(graph, { ...open, ghost: { ...ghost, parent: "each" } })).toEqual(["1 Read", "2 Each", "3 One", "3 Two", "1 Report"]);
  expect(linesOf(graph, { ...open, ghost: { ...ghost, phase: "report" } })).toEqual(["1 Read", "2 Each", "3 One", "1 Report", "2 Two"]);
  expect(linesOf(graph, { ...open, ghost })).toEqual(["1 Read", "2 Each", "3 One", "1 Report", "1 Without a phase", "2 Two"]);
});

test("what is looked for stands under what it is in, and phases without any are left out", () => {
  const graph = graphSchema.parse({
    phases: [
      { id: "read", title: "Read" },
      { id: "report", title: "Report" },
    ],
    nodes: [
      { id: "each", kind: "map", title: "Each", items: "[1]", phase: "read" },
      { id: "one", kind: "agent", title: "One", parent: "each" },
      { id: "write", kind: "synthesize", title: "Write", phase: "report" },
    ],
  });
  expect(linesOf(graph, { ...open, found: new Set(["one"]) })).toEqual(["1 Read", "2 Each", "3 One"]);
  expect(linesOf(graph, { ...open, found: new Set() })).toEqual([]);
});
