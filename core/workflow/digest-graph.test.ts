import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { canonicalGraph, digestGraph } from "./digest-graph.ts";
import { emptyGraph, graphSchema, type Graph } from "./graph.ts";

/** Reverses every list whose order means nothing. */
function reordered(graph: Graph): unknown {
  const nodes = graph.nodes.map((node) => {
    const copy: Record<string, unknown> = { ...node, covers: node.covers.toReversed() };
    if ("tools" in node && Array.isArray(node.tools)) copy["tools"] = node.tools.toReversed();
    if (node.kind === "verify" && Array.isArray(node.sees)) copy["sees"] = node.sees.toReversed();
    return Object.fromEntries(Object.entries(copy).toReversed());
  });
  return { ...graph, nodes: nodes.toReversed(), edges: graph.edges.toReversed() };
}

/** RFC 8785 for what a graph holds, written apart from the library: sorted keys, JSON's own strings and numbers. */
function independentlyCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(independentlyCanonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${independentlyCanonical(field)}`).join(",")}}`;
}

describe("digestGraph [F9]", () => {
  it("doesn't depend on positions", () => {
    fc.assert(
      fc.property(graphArbitrary, fc.integer({ min: -5_000, max: 5_000 }), (graph, x) => {
        const layout = Object.fromEntries(graph.nodes.map((node) => [node.id, { x, y: 3 }]));
        expect(digestGraph({ ...graph, layout })).toBe(digestGraph(graph));
      }),
    );
  });

  it("doesn't depend on any order that means nothing", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        expect(digestGraph(graphSchema.parse(reordered(graph)))).toBe(digestGraph(graph));
      }),
    );
  });

  it("agrees with an independent canonicaliser", () => {
    fc.assert(
      fc.property(graphArbitrary, (graph) => {
        const sorted = (parts: readonly { id: string }[]) => parts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        const { layout: _, ...meaning } = graph;
        const text = independentlyCanonical({ ...meaning, nodes: sorted(graph.nodes), edges: sorted(graph.edges) });
        expect(canonicalGraph(graph)).toEqual({ text, digest: createHash("sha256").update(text).digest("hex") });
      }),
    );
  });

  it("says the same whether defaults are written out or left to be", () => {
    const short = graphSchema.parse({ nodes: [{ kind: "agent", id: "a", title: "A" }] });
    expect(digestGraph(graphSchema.parse(JSON.parse(JSON.stringify(short))))).toBe(digestGraph(short));
  });

  it("changes with every change of meaning", () => {
    const a = graphSchema.parse({ nodes: [{ kind: "agent", id: "a", title: "A" }] });
    const b = graphSchema.parse({ nodes: [{ kind: "agent", id: "a", title: "A", maxTurns: 3 }] });
    expect(new Set([digestGraph(emptyGraph), digestGraph(a), digestGraph(b)]).size).toBe(3);
  });

  it("is the digest of these bytes, today and in every later version", () => {
    const graph = graphSchema.parse({ title: "Fixed", nodes: [{ kind: "join", id: "j", title: "Meet" }] });
    expect(canonicalGraph(graph).text).toBe(
      '{"edges":[],"format":"countersign/graph@1","nodes":[{"covers":[],"id":"j","kind":"join","onError":"fail","rationale":"","title":"Meet","waitFor":"all"}],"phases":[],"strategy":{"alternatives":[],"dimension":"","doneWhen":"","summary":""},"title":"Fixed"}',
    );
  });
});
