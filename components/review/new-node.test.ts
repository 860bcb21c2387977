import { expect, test } from "vitest";
import { applyOps } from "../../core/workflow/apply-op.ts";
import { graphSchema } from "../../core/workflow/graph.ts";
import { connectionOf, newNode, startableKinds } from "./new-node.ts";

const graph = graphSchema.parse({
  phases: [{ id: "read", title: "Read" }],
  nodes: [
    { id: "each", kind: "map", title: "Each", items: "[1]", phase: "read" },
    { id: "one", kind: "agent", title: "One", parent: "each" },
    { id: "write", kind: "synthesize", title: "Write" },
  ],
  edges: [{ id: "each-to-write", from: "each", to: "write" }],
  reportNode: "write",
});

test("every kind in the palette can be added, twice, and beside a node of a body", () => {
  for (const kind of startableKinds) {
    const first = newNode(kind, graph, undefined);
    const once = applyOps(graph, [{ op: "node-add", node: first }]);
    expect(once).toMatchObject({ ok: true });
    const within = newNode(kind, once.ok ? once.graph : graph, graph.nodes[1]);
    expect(within).toMatchObject({ parent: "each" });
    expect(applyOps(once.ok ? once.graph : graph, [{ op: "node-add", node: within }])).toMatchObject({ ok: true });
  }
});

test("two edges between the same nodes have their own ids and input names", () => {
  const outcome = applyOps(graph, connectionOf("each", "write", graph));
  expect(outcome.ok && outcome.graph.edges.map(({ id, as }) => `${id} ${as}`)).toEqual(["each-to-write each", "each-to-write-2 each_2"]);
});
