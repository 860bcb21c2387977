import fc from "fast-check";
import { expect, test } from "vitest";
import { graphSchema, type Graph } from "../../core/workflow/graph.ts";
import { appliedAndBack } from "../../tests/setup/applied-and-back.ts";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { subset } from "../../tests/setup/subset.ts";
import { additionOf, copyOf, duplicateOf, insertionOn } from "./copied-part.ts";

test("any node is duplicated with what is in it and all of its connections", () => {
  fc.assert(
    fc.property(graphArbitrary, fc.nat(), (graph, pick) => {
      fc.pre(graph.nodes.length > 0);
      const node = graph.nodes[pick % graph.nodes.length]!;
      const { ops, nodeIds } = duplicateOf([node.id], graph)!;
      const after = appliedAndBack(graph, ops);
      const ends = ({ edges }: Graph, id: string) => edges.filter(({ from, to }) => from === id || to === id).length;
      expect(after.nodes.length).toBe(graph.nodes.length + copyOf([node.id], graph).nodes.length);
      expect(ends(after, nodeIds[0]!)).toBe(ends(graph, node.id));
      expect(after.nodes.find(({ id }) => id === nodeIds[0])).toMatchObject({ kind: node.kind, title: `${node.title.slice(0, 110)} (copy)` });
    }),
  );
});

test("several nodes are duplicated at once, with the connections among them and to all others", () => {
  fc.assert(
    fc.property(graphArbitrary, fc.nat(), (graph, pick) => {
      const chosen = subset(graph, pick);
      fc.pre(chosen.length > 0);
      const copied = copyOf(chosen, graph);
      const after = appliedAndBack(graph, duplicateOf(chosen, graph)!.ops);
      const inside = new Set(copied.nodes.map(({ id }) => id));
      expect(after.nodes.length).toBe(graph.nodes.length + copied.nodes.length);
      expect(after.edges.length).toBe(graph.edges.length + graph.edges.filter(({ from, to }) => inside.has(from) || inside.has(to)).length);
    }),
  );
});

test("what is copied in one plan is pasted into any other, by way of its JSON, as often as one likes", () => {
  fc.assert(
    fc.property(graphArbitrary, graphArbitrary, fc.nat(), (source, into, pick) => {
      fc.pre(source.nodes.length > 0 && subset(source, pick).length > 0);
      const copied = graphSchema.parse(JSON.parse(JSON.stringify(copyOf(subset(source, pick), source))));
      const once = appliedAndBack(into, additionOf(copied, into)!.ops);
      const twice = appliedAndBack(once, additionOf(copied, once)!.ops);
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
      const { ops, nodeIds } = insertionOn(edge.id, "checkpoint", graph)!;
      const [nodeId] = nodeIds;
      const after = appliedAndBack(graph, ops);
      const into = after.edges.find(({ to }) => to === nodeId);
      expect([into?.from, into?.when]).toEqual([edge.from, edge.when]);
      expect(after.edges.find(({ from }) => from === nodeId)).toMatchObject({ to: edge.to, as: edge.as });
      expect(after.edges.length).toBe(graph.edges.length + 1);
    }),
  );
});

test("nothing is added where there is nothing to copy", () => {
  const graph = graphSchema.parse({});
  expect([duplicateOf(["nobody"], graph), insertionOn("nothing", "agent", graph), additionOf(graph, graph)]).toEqual([null, null, null]);
});
