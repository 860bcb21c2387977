import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { applyOps } from "./apply-op.ts";
import { diffGraphs } from "./diff-graphs.ts";
import { digestGraph } from "./digest-graph.ts";
import { graphSchema } from "./graph.ts";

describe("diffGraphs", () => {
  it("applied to the one gives the other, whatever the two are", () => {
    fc.assert(
      fc.property(graphArbitrary, graphArbitrary, (from, to) => {
        const outcome = applyOps(from, diffGraphs(from, to));
        expect(outcome.ok && digestGraph(outcome.graph)).toBe(digestGraph(to));
        expect(outcome.ok && outcome.graph.layout).toMatchObject(to.layout);
      }),
    );
  });

  it("has nothing to say of a graph and itself", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        expect(diffGraphs(graph, structuredClone(graph))).toEqual([]);
      }),
    );
  });

  it("says a change of one field as one field", () => {
    const from = graphSchema.parse({ nodes: [{ kind: "agent", id: "a", title: "A" }] });
    const to = graphSchema.parse({ nodes: [{ kind: "agent", id: "a", title: "A", maxTurns: 12 }] });
    expect(diffGraphs(from, to)).toEqual([{ op: "node-update", id: "a", changes: [{ path: ["maxTurns"], value: 12 }] }]);
  });

  it("takes a node whose kind changed away and brings the other", () => {
    const from = graphSchema.parse({ nodes: [{ kind: "agent", id: "a", title: "A" }] });
    const to = graphSchema.parse({ nodes: [{ kind: "join", id: "a", title: "A" }] });
    expect(diffGraphs(from, to).map(({ op }) => op)).toEqual(["node-remove", "node-add"]);
  });
});
