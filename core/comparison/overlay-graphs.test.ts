import fc from "fast-check";
import { expect, test } from "vitest";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { graphSchema, type GraphInput } from "../workflow/graph.ts";
import { digestGraph } from "../workflow/digest-graph.ts";
import { describeChanges } from "./describe-changes.ts";
import { overlayGraphs } from "./overlay-graphs.ts";

const base: GraphInput = {
  nodes: [
    { kind: "agent", id: "read", title: "Read", maxTurns: 4, context: { sources: ["docs"] } },
    { kind: "agent", id: "ask", title: "Ask the web" },
    { kind: "synthesize", id: "write", title: "Write" },
  ],
  edges: [{ id: "e1", from: "read", to: "write" }, { id: "e2", from: "ask", to: "write" }],
};
const changed: GraphInput = {
  strategy: { doneWhen: "Each claim is ruled on." },
  nodes: [
    { kind: "agent", id: "read", title: "Read closely", context: { sources: ["docs", "notes"] } },
    { kind: "verify", id: "check", title: "Check" },
    { kind: "synthesize", id: "write", title: "Write" },
  ],
  edges: [{ id: "e1", from: "read", to: "check" }, { id: "e3", from: "check", to: "write" }],
};

test("changes are told as what goes, what comes and what differs, field by field", () => {
  const told = describeChanges(graphSchema.parse(base), graphSchema.parse(changed)).map(({ difference, title, fields }) => [difference, title, ...fields.map(({ name, before, after }) => `${name}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)]);
  expect(told).toEqual([
    ["removed", "Ask the web"],
    ["added", "Check"],
    ["changed", "Read closely", 'title: "Read" → "Read closely"', 'context.sources: ["docs"] → ["docs","notes"]', "maxTurns: 4 → null"],
    ["changed", "", 'strategy.doneWhen: "" → "Each claim is ruled on."'],
    ["removed", "Ask the web → Write"],
    ["added", "Check → Write"],
    ["changed", "Read closely → Check", 'to: "write" → "check"'],
  ]);
});

test("nothing is told exactly where nothing of the meaning differs", () => {
  fc.assert(
    fc.property(graphArbitrary, graphArbitrary, (one, other) => {
      expect(describeChanges(one, one)).toEqual([]);
      expect(describeChanges(one, other).length > 0).toBe(digestGraph(one) !== digestGraph(other));
    }),
  );
});

test("drawn as one, both graphs are there, each part once, and nothing of the later one moves", () => {
  fc.assert(
    fc.property(graphArbitrary, graphArbitrary, (from, to) => {
      const { graph, differences } = overlayGraphs(from, to);
      expect(graph.nodes.map(({ id }) => id).toSorted()).toEqual([...new Set([...from.nodes, ...to.nodes].map(({ id }) => id))].toSorted());
      expect(graph.edges.map(({ id }) => id).toSorted()).toEqual([...new Set([...from.edges, ...to.edges].map(({ id }) => id))].toSorted());
      for (const { id } of to.nodes) expect(differences.get(`node ${id}`)).not.toBe("removed");
      for (const { id } of from.nodes.filter((node) => !to.nodes.some((one) => one.id === node.id))) expect(differences.get(`node ${id}`)).toBe("removed");
      expect(overlayGraphs(to, to).graph.layout).toEqual(Object.fromEntries(to.nodes.map(({ id }) => [id, graph.layout[id]])));
    }),
  );
});
