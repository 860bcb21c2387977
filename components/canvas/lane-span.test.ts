import { expect, test } from "vitest";
import { graphSchema } from "../../core/workflow/graph.ts";
import { nodeSizes } from "../../core/workflow/node-size.ts";
import { phaseAt } from "./lane-span.ts";

const nodes = [
  { id: "a", kind: "agent" as const, title: "A", phase: "read" },
  { id: "b", kind: "agent" as const, title: "B", phase: "check" },
  { id: "c", kind: "agent" as const, title: "C" },
];
const phases = [{ id: "read", title: "Read" }, { id: "check", title: "Check" }];
const places = { a: { x: 0, y: 0 }, b: { x: 224, y: 0 }, c: { x: 448, y: 0 } };

function at(x: number, given = phases): string | undefined {
  const graph = graphSchema.parse({ phases: given, nodes: nodes.map((node) => (given.length === 0 ? { ...node, phase: undefined } : node)) });
  return phaseAt(x, graph, places, nodeSizes(graph.nodes, places));
}

test("a place belongs to the phase whose lane it is in, or that is nearest", () => {
  expect([at(-500), at(10), at(180), at(215), at(390)]).toEqual(["read", "read", "read", "check", "check"]);
});

test("beside what has no phase, and without phases, a place belongs to none", () => {
  expect([at(500), at(9_000), at(10, [])]).toEqual([undefined, undefined, undefined]);
});
