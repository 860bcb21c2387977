import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, targetsOf } from "../../../tests/setup/examine.ts";
import { applyOps } from "../../workflow/apply-op.ts";
import { graphSchema, type GraphInput } from "../../workflow/graph.ts";
import { unreachableNode } from "./unreachable-node.ts";

const agent = (id: string, more: object = {}) => ({ kind: "agent" as const, id, title: id, ...more });
const cycle: GraphInput = {
  nodes: [agent("start"), agent("a"), agent("b"), agent("after")],
  edges: [
    { id: "ab", from: "a", to: "b" },
    { id: "ba", from: "b", to: "a" },
    { id: "b-after", from: "b", to: "after" },
  ],
};

describe("structure/unreachable-node", () => {
  it("trips on a cycle that nothing enters, and on what only it feeds", () => {
    expect(targetsOf(examineWith(unreachableNode, cycle))).toEqual(["a", "b", "after"]);
  });

  it("trips on the body of a container that is never reached", () => {
    const graph = { ...cycle, nodes: [...(cycle.nodes ?? []), { kind: "map" as const, id: "m", title: "m", items: "inputs.x" }, agent("in", { parent: "m" })], edges: [...(cycle.edges ?? []), { id: "bm", from: "b", to: "m" }] };
    expect(targetsOf(examineWith(unreachableNode, graph))).toEqual(["a", "b", "after", "m", "in"]);
  });

  it("is silent on a body whose container starts, and on several starts", () => {
    const graph: GraphInput = {
      nodes: [agent("one"), agent("two"), { kind: "map", id: "m", title: "m", items: "inputs.one" }, agent("in", { parent: "m" })],
      edges: [{ id: "e", from: "one", to: "m" }],
    };
    expect(examineWith(unreachableNode, graph)).toEqual([]);
  });

  it("offers a fix after which it is silent", () => {
    const graph = graphSchema.parse({ nodes: [agent("a"), agent("b")], edges: [{ id: "ab", from: "a", to: "b" }, { id: "ba", from: "b", to: "a" }] });
    const findings = examineWith(unreachableNode, graph);
    const ops = typeof findings === "string" ? [] : (findings[0]?.fixes[0]?.ops ?? []);
    const fixed = applyOps(graph, ops);
    expect(fixed.ok && examineWith(unreachableNode, fixed.graph)).toEqual([]);
  });

  it.each(["false", "1 > 2", "size([]) > 0"])("trips on what only a condition that never holds leads to: %s", (when) => {
    const graph = { nodes: [agent("a"), agent("b")], edges: [{ id: "ab", from: "a", to: "b", when }] };
    expect(targetsOf(examineWith(unreachableNode, graph))).toEqual(["b"]);
    expect(targetsOf(examineWith(unreachableNode, { ...graph, edges: [...graph.edges, { id: "again", from: "a", to: "b", as: "again" }] }))).toEqual([]);
    expect(afterFixes(unreachableNode, graph).left).toEqual([]);
  });
});
