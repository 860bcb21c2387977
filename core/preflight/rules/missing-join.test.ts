import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, edge, join, synthesize, tool, verify } from "../../../tests/setup/part.ts";
import { missingJoin } from "./missing-join.ts";

const readers = [agent("a", { covers: ["r1"], instructions: "Read about oak." }), agent("b", { covers: ["r2"], instructions: "Read about pine." })];
const hasty = { nodes: [...readers, join("j", { waitFor: "any" }), synthesize("report")], edges: [edge("a", "j"), edge("b", "j"), edge("j", "report")], reportNode: "report" };

describe("structure/missing-join", () => {
  it("trips on branches that end apart from each other where nothing writes a report", () => {
    expect(tripped(missingJoin, { nodes: readers })).toEqual(["plan"]);
    expect(afterFixes(missingJoin, { nodes: readers })).toEqual({ left: [], added: [] });
  });

  it("trips on a join that doesn't wait for branches that do different things", () => {
    expect(tripped(missingJoin, hasty)).toEqual(["j"]);
    expect(tripped(missingJoin, { ...hasty, nodes: [...readers, join("j", { waitFor: 1 }), synthesize("report")] })).toEqual(["j"]);
    expect(afterFixes(missingJoin, hasty)).toEqual({ left: [], added: [] });
  });

  it("is silent where they meet in the report, and on a race between equals", () => {
    expect(tripped(missingJoin, { nodes: [...readers, synthesize("report")], edges: [edge("a", "report"), edge("b", "report")], reportNode: "report" })).toEqual([]);
    const equals = ["a", "b"].map((id) => agent(id, { instructions: "Ask the mirror." }));
    expect(tripped(missingJoin, { ...hasty, nodes: [...equals, join("j", { waitFor: "any" }), synthesize("report")] })).toEqual([]);
  });

  it("is silent on one branch beside a write", () => {
    expect(tripped(missingJoin, { nodes: [agent("a"), tool("t", "send_mail")] })).toEqual([]);
  });

  it.each([verify("end"), { kind: "join" as const, id: "end", title: "end" }, { kind: "checkpoint" as const, id: "end", title: "end", asks: "?" }])("trips on a branch that ends apart from the report in a $kind", (end) => {
    const nodes = [agent("a"), agent("b"), end, synthesize("report")];
    expect(tripped(missingJoin, { nodes, edges: [edge("a", "end"), edge("b", "report")], reportNode: "report" })).toEqual(["end"]);
    expect(tripped(missingJoin, { nodes, edges: [edge("a", "end"), edge("b", "report"), edge("end", "report")], reportNode: "report" })).toEqual([]);
    expect(tripped(missingJoin, { nodes, edges: [edge("a", "report"), edge("b", "report"), edge("report", "end")], reportNode: "report" })).toEqual([]);
  });
});
