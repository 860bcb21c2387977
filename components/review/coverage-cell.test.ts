import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { coverageCell, coverageColumns } from "./coverage-cell.ts";

const graph = graphSchema.parse({
  nodes: [
    { id: "there", kind: "agent", title: "There for it", covers: ["r1"] },
    { id: "deaf", kind: "agent", title: "Never told", covers: ["r1"], context: { requirements: ["r2"] } },
    { id: "all", kind: "agent", title: "Told of all", context: { requirements: "all" } },
    { id: "check", kind: "verify", title: "Not told by a context", covers: ["r1"] },
    { id: "join", kind: "join", title: "Nothing to do with it" },
  ],
});
const [requirement] = [{ id: "r1", text: "One", kind: "aspect" as const, isCritical: false }];

test("a cell tells who is there for a requirement from who only hears of it, and from who never does", () => {
  expect(graph.nodes.map((node) => coverageCell(node, "r1"))).toEqual(["covers", "unheard", "hears", "covers", "nothing"]);
});

test("a node that has to do with no requirement has no column", () => {
  expect(coverageColumns(graph, [requirement!]).map(({ id }) => id)).toEqual(["there", "deaf", "all", "check"]);
  expect(coverageColumns(graph, [])).toEqual([]);
});
