import fc from "fast-check";
import { expect, test } from "vitest";
import { graphSchema, type Graph } from "./graph.ts";
import { appliedAndBack } from "../../tests/setup/applied-and-back.ts";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { subset } from "../../tests/setup/subset.ts";
import { reconnectedRemovalOf, removalOf } from "./removed-part.ts";
import { withBodies } from "./with-bodies.ts";

const chain = graphSchema.parse({
  nodes: ["a", "b", "c", "d"].map((id) => ({ id, kind: "agent", title: id })),
  edges: [
    { id: "e1", from: "a", to: "b", when: "size(inputs) > 0" },
    { id: "e2", from: "b", to: "c" },
    { id: "e3", from: "c", to: "d" },
  ],
  reportNode: "c",
});

const lines = ({ edges }: Graph) => edges.map(({ from, to, when }) => `${from} ${to} ${when ?? ""}`.trim());

test("what led to removed nodes leads on to what followed them, under its own condition", () => {
  const after = appliedAndBack(chain, reconnectedRemovalOf(["b", "c"], chain));
  expect([lines(after), after.reportNode]).toEqual([["a d size(inputs) > 0"], undefined]);
});

test("removed without reconnection, nodes leave nothing of themselves", () => {
  expect(lines(appliedAndBack(chain, removalOf(["b"], chain)))).toEqual(["c d"]);
});

test("whatever is removed, what is left is sound, and whoever could be reached past it still can", () => {
  fc.assert(
    fc.property(graphArbitrary, fc.nat(), (graph, pick) => {
      const gone = withBodies(subset(graph, pick), graph.nodes);
      fc.pre(gone.size > 0);
      const plain = appliedAndBack(graph, removalOf(subset(graph, pick), graph));
      const joined = appliedAndBack(graph, reconnectedRemovalOf(subset(graph, pick), graph));
      expect(plain.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id).filter((id) => !gone.has(id)));
      for (const { id } of joined.nodes) expect(reachable(joined, id)).toEqual(reachable(graph, id).filter((other) => !gone.has(other)));
    }),
  );
});

function reachable({ edges }: Graph, start: string): string[] {
  const reached = new Set<string>();
  const ahead = [start];
  for (const id of ahead) {
    for (const { from, to } of edges) {
      if (from !== id || reached.has(to)) continue;
      reached.add(to);
      ahead.push(to);
    }
  }
  return [...reached].toSorted();
}
