import fc from "fast-check";
import { expect, test } from "vitest";
import { applyOps } from "../../core/workflow/apply-op.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import { invertOps } from "../../core/workflow/invert-op.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { additionOf, copyOf, duplicateOf, insertionOn } from "./copied-part.ts";

/** What the ops lead to; they are ops as others send them, apply, and lead back. */
function applied(graph: Graph, ops: readonly Op[]): Graph {
  const parsed = ops.map((op) => opSchema.parse(JSON.parse(JSON.stringify(op))));
  const outcome = applyOps(graph, parsed);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const back = applyOps(outcome.graph, invertOps(graph, parsed));
  expect(back.ok && digestGraph(back.graph)).toBe(digestGraph(graph));
  return outcome.graph;
}

test("any node is duplicated with what is in it and all of its connections", () => {
  fc.assert(
    fc.property(graphArbitrary, fc.nat(), (graph, pick) => {
      fc.pre(graph.nodes.length > 0);
      const node = graph.nodes[pick % graph.nodes.length]!;
      const { ops, nodeId } = duplicateOf(node.id, graph)!;
      const after = applied(graph, ops);
      const ends = ({ edges }: Graph, id: string) => edges.filter(({ from, to }) => from === id || to === id).length;
      expect(after.nodes.length).toBe(graph.nodes.length + copyOf(node.id, graph).nodes.length);
      expect(ends(after, nodeId)).toBe(ends(graph, node.id));
      expect(after.nodes.find(({ id }) => id === nodeId)).toMatchObject({ kind: node.kind, title: `${node.title.slice(0, 110)} (copy)` });
    }),
  );
});

test("what is copied in one plan is pasted into any other, by way of its JSON, as often as one likes", () => {
  fc.assert(
    fc.property(graphArbitrary, graphArbitrary, fc.nat(), (source, into, pick) => {
      fc.pre(source.nodes.length > 0);
      const copied = graphSchema.parse(JSON.parse(JSON.stringify(copyOf(source.nodes[pick % source.nodes.length]!.id, source))));
      const once = applied(into, additionOf(copied, into)!.ops);
      const twice = applied(once, additionOf(copied, once)!.ops);
      expect(twice.nodes.length).toBe(into.nodes.length + 2 * copied.nodes.length);
      expect(twice.edges.length).toBe(into.edges.length + 2 * copied.edges.length);
    }),
  );
});

test("a node put on any edge stands between its ends, and the receiver knows its input by the same name", () => {
  fc.assert(
    fc.property(graphArbitrary, fc.nat(), (graph, pick) => {
      fc.pre(graph.edges.length > 0);
      const edge = graph.edges[pick % graph.edges.length]!;
      const { ops, nodeId } = insertionOn(edge.id, "checkpoint", graph)!;
      const after = applied(graph, ops);
      const into = after.edges.find(({ to }) => to === nodeId);
      expect([into?.from, into?.when]).toEqual([edge.from, edge.when]);
      expect(after.edges.find(({ from }) => from === nodeId)).toMatchObject({ to: edge.to, as: edge.as });
      expect(after.edges.length).toBe(graph.edges.length + 1);
    }),
  );
});

test("nothing is added where there is nothing to copy", () => {
  const graph = graphSchema.parse({});
  expect([duplicateOf("nobody", graph), insertionOn("nothing", "agent", graph), additionOf(graph, graph)]).toEqual([null, null, null]);
});
