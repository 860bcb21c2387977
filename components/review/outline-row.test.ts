import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { outlineRows } from "./outline-row.ts";

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
  expect(outlineRows(graph).map(({ level, title }) => `${level} ${title}`)).toEqual([
    "1 Read",
    "2 Each",
    "3 One",
    "1 Report",
    "2 Write",
    "1 Without a phase",
    "2 Loose",
  ]);
});
