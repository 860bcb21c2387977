import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, checkpoint, edge, loop, synthesize, verify } from "../../../tests/setup/part.ts";
import { verifyUnused } from "./verify-unused.ts";

const nodes = [agent("a", { maxTurns: 2 }), verify("v"), synthesize("report")];
const beside = { nodes, edges: [edge("a", "v"), edge("a", "report")], reportNode: "report" };

describe("verify/unused", () => {
  it("trips on a check that ignores what it refutes", () => {
    const graph = { nodes: [nodes[0]!, verify("v", { onRefuted: "ignore" }), nodes[2]!], edges: chain("a", "v", "report"), reportNode: "report" };
    expect(tripped(verifyUnused, graph)).toEqual(["v"]);
    expect(afterFixes(verifyUnused, graph)).toEqual({ left: [], added: [] });
  });

  it("trips on verdicts that lead nowhere, and on those that only say when the report begins", () => {
    expect(tripped(verifyUnused, beside)).toEqual(["v"]);
    expect(tripped(verifyUnused, { ...beside, edges: [...beside.edges, edge("v", "report", { kind: "order" })] })).toEqual(["v"]);
    expect(afterFixes(verifyUnused, beside)).toEqual({ left: [], added: [] });
  });

  it("is silent where a report, a person, or the next pass receives them, also from inside a body", () => {
    expect(tripped(verifyUnused, { nodes, edges: chain("a", "v", "report"), reportNode: "report" })).toEqual([]);
    expect(tripped(verifyUnused, { nodes: [...nodes, checkpoint("ask")], edges: [...beside.edges, edge("v", "ask")], reportNode: "report" })).toEqual([]);
    const body = [loop("l"), agent("a", { parent: "l" }), verify("v", { parent: "l" }), synthesize("report")];
    expect(tripped(verifyUnused, { nodes: body, edges: [edge("a", "v"), edge("l", "report")], reportNode: "report" })).toEqual([]);
  });
});
