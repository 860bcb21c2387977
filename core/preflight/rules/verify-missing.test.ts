import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, targetsOf } from "../../../tests/setup/examine.ts";
import type { EdgeInput } from "../../workflow/edge.ts";
import type { NodeInput } from "../../workflow/node.ts";
import { verifyMissing } from "./verify-missing.ts";

const agent = (id: string, parent?: string): NodeInput => ({ kind: "agent", id, title: id, parent });
const verify = (id: string, parent?: string): NodeInput => ({ kind: "verify", id, title: id, parent });
const report: NodeInput = { kind: "synthesize", id: "report", title: "Report" };
const map: NodeInput = { kind: "map", id: "m", title: "Each", items: "inputs.list" };
const edge = (from: string, to: string, kind: "data" | "order" = "data"): EdgeInput => ({ id: `${from}-${to}`, from, to, kind });
const tripped = (nodes: NodeInput[], edges: EdgeInput[]) => targetsOf(examineWith(verifyMissing, { nodes: [...nodes, report], edges })).toSorted();

describe("verify/missing", () => {
  it("trips on a worker that leads to the report past the verifier", () => {
    expect(tripped([agent("a"), agent("b"), verify("v")], [edge("a", "v"), edge("v", "report"), edge("b", "report")])).toEqual(["b"]);
  });

  it("trips when one of two ways goes around the verifier", () => {
    expect(tripped([agent("a"), verify("v")], [edge("a", "v"), edge("v", "report"), edge("a", "report")])).toEqual(["a"]);
  });

  it("trips on a worker inside a map that nothing verifies", () => {
    expect(tripped([map, agent("in", "m")], [edge("m", "report")])).toEqual(["in"]);
  });

  it("trips on an agent that writes the report itself", () => {
    const graph = { nodes: [agent("writer")], reportNode: "writer" };
    expect(targetsOf(examineWith(verifyMissing, graph))).toEqual(["writer"]);
  });

  it("is silent when verified behind a join, inside the map, or behind it", () => {
    const join: NodeInput = { kind: "join", id: "j", title: "Meet" };
    expect(tripped([agent("a"), agent("b"), join, verify("v")], [edge("a", "j"), edge("b", "j"), edge("j", "v"), edge("v", "report")])).toEqual([]);
    expect(tripped([map, agent("in", "m"), verify("v", "m")], [edge("in", "v"), edge("m", "report")])).toEqual([]);
    expect(tripped([map, agent("in", "m"), verify("v")], [edge("m", "v"), edge("v", "report")])).toEqual([]);
  });

  it("is silent on an order edge, which carries no claims", () => {
    expect(tripped([agent("a")], [edge("a", "report", "order")])).toEqual([]);
  });

  it("is silent on a draft that is checked before it goes into the report", () => {
    const draft: NodeInput = { kind: "synthesize", id: "draft", title: "Draft" };
    const graph = { nodes: [agent("a"), draft, verify("v"), report], edges: [edge("a", "draft"), edge("draft", "v"), edge("v", "report")], reportNode: "report" };
    expect(examineWith(verifyMissing, graph)).toEqual([]);
  });

  it("offers to lead the claims through the check there is, or through a new one", () => {
    const unchecked = { nodes: [agent("a"), agent("b"), report], edges: [edge("a", "report"), edge("b", "report")], reportNode: "report" };
    expect(afterFixes(verifyMissing, unchecked)).toEqual({ left: [], added: [] });
    const around = { nodes: [...unchecked.nodes, verify("v")], edges: [edge("a", "v"), edge("v", "report"), edge("a", "report"), edge("b", "report")], reportNode: "report" };
    expect(afterFixes(verifyMissing, around)).toEqual({ left: [], added: [] });
  });
});
