import { expect, test } from "vitest";
import { briefSchema } from "../brief/brief.ts";
import { graphSchema } from "../workflow/graph.ts";
import { viewGraph } from "./graph-view.ts";
import { projectedContext, type ModelNode } from "./projected-context.ts";

const brief = briefSchema.parse({ question: "What is kept?", requirements: [{ id: "r1", text: "For how long" }, { id: "r2", text: "By whom" }] });

test("a step is given what it is told, the question, what it covers, and the inputs it names", () => {
  const graph = graphSchema.parse({
    nodes: [
      { id: "a", kind: "agent", title: "A", budget: { maxTokens: 100 } },
      { id: "b", kind: "agent", title: "B" },
      { id: "c", kind: "agent", title: "C", instructions: "Read both.", covers: ["r1"], context: { inputs: ["a"] } },
    ],
    edges: [
      { id: "e1", from: "a", to: "c" },
      { id: "e2", from: "b", to: "c" },
    ],
  });
  const parts = projectedContext(graph.nodes[2] as ModelNode, { view: viewGraph(graph), brief });
  expect(parts).toEqual([
    { what: "told", text: expect.stringContaining("Read both."), tokens: expect.any(Number) },
    { what: "question", text: "What is kept?", tokens: 4 },
    { what: "requirement", id: "r1", text: "For how long", tokens: 3 },
    { what: "input", as: "a", from: "a", tokens: 50 },
  ]);
});

test("a step that is not told the question isn't given it", () => {
  const graph = graphSchema.parse({ nodes: [{ id: "a", kind: "agent", title: "A", context: { question: false } }] });
  expect(projectedContext(graph.nodes[0] as ModelNode, { view: viewGraph(graph), brief }).map(({ what }) => what)).toEqual(["told"]);
});
