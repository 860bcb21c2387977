import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphArbitrary, opArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { applyOp, applyOps, parseOp } from "./apply-op.ts";
import { digestGraph } from "./digest-graph.ts";
import { emptyGraph, graphSchema, type Graph, type GraphInput } from "./graph.ts";
import { findDefect } from "./graph-defect.ts";
import { invertOps } from "./invert-op.ts";
import { opSchema, type Op, type OpInput } from "./op.ts";

const graph = (input: GraphInput): Graph => graphSchema.parse(input);
const ops = (...inputs: OpInput[]): Op[] => inputs.map((input) => opSchema.parse(input));
const agent = (id: string, more: object = {}) => ({ kind: "agent" as const, id, title: id, ...more });
const codeOf = (before: Graph, ...inputs: OpInput[]) => {
  const outcome = applyOps(before, ops(...inputs));
  return outcome.ok ? "ok" : outcome.refusal.code;
};

const two = graph({ nodes: [agent("a"), agent("b")], edges: [{ id: "e", from: "a", to: "b" }] });

describe("applyOps", () => {
  it("leaves a sound graph, or nothing changed at all [F1]", () => {
    fc.assert(
      fc.property(graphArbitrary, fc.array(opArbitrary, { maxLength: 6 }), (before, batch) => {
        const copy = structuredClone(before);
        const outcome = applyOps(before, batch);
        expect(before).toEqual(copy);
        const isKept = outcome.ok ? findDefect(outcome.graph) === null : outcome.refusal.message !== "";
        expect(isKept).toBe(true);
      }),
    );
  });

  it("refuses by what it touches as a look at the whole graph would [F1]", () => {
    fc.assert(
      fc.property(graphArbitrary, fc.array(opArbitrary, { maxLength: 6 }), (before, batch) => {
        const loose = applyOps(before, batch, { isWhole: false });
        fc.pre(loose.ok);
        const defect = findDefect(loose.graph);
        const refusal = defect === null ? null : { code: defect.code, index: batch.length - 1, message: defect.message };
        const outcome = applyOps(before, batch);
        expect(outcome.ok ? null : outcome.refusal).toEqual(refusal);
      }),
    );
  });

  it("is undone by its inverse to the identical digest, and the inverse's inverse does it again [F2]", () => {
    fc.assert(
      fc.property(graphArbitrary, fc.array(opArbitrary, { minLength: 1, maxLength: 6 }), (before, batch) => {
        const outcome = applyOps(before, batch);
        fc.pre(outcome.ok);
        const inverse = invertOps(before, batch);
        const undone = applyOps(outcome.graph, inverse);
        expect(undone.ok && digestGraph(undone.graph)).toBe(digestGraph(before));
        const redone = undone.ok && applyOps(undone.graph, invertOps(outcome.graph, inverse));
        expect(redone && redone.ok && digestGraph(redone.graph)).toBe(digestGraph(outcome.graph));
      }),
    );
  });

  it("checks soundness after the batch, not within it [F1]", () => {
    const remove = [{ op: "node-remove", id: "a" }, { op: "edge-remove", id: "e" }] as const;
    expect(codeOf(two, remove[0])).toBe("edge-end-missing");
    expect(codeOf(two, ...remove)).toBe("ok");
  });

  it.each<[string, string, OpInput]>([
    ["F3", "node-exists", { op: "node-add", node: agent("a") }],
    ["F3", "edge-exists", { op: "edge-add", edge: { id: "e", from: "b", to: "a" } }],
    ["F3", "field-fixed", { op: "node-update", id: "a", changes: [{ path: ["id"], value: "c" }] }],
    ["F3", "id-taken", { op: "plan-update", changes: [{ path: ["phases"], value: [{ id: "p", title: "P" }, { id: "p", title: "Q" }] }] }],
    ["F4", "parent-missing", { op: "node-add", node: agent("c", { parent: "nowhere" }) }],
    ["F4", "parent-not-container", { op: "node-add", node: agent("c", { parent: "a" }) }],
    ["F5", "phase-missing", { op: "node-add", node: agent("c", { phase: "later" }) }],
    ["F6", "edge-end-missing", { op: "edge-add", edge: { id: "f", from: "a", to: "nowhere" } }],
    ["F7", "input-name-taken", { op: "edge-add", edge: { id: "f", from: "a", to: "b" } }],
    ["F8", "report-node-missing", { op: "plan-update", changes: [{ path: ["reportNode"], value: "nowhere" }] }],
    ["form", "field-invalid", { op: "node-update", id: "a", changes: [{ path: ["maxTurns"], value: "many" }] }],
    ["form", "field-invalid", { op: "node-update", id: "a", changes: [{ path: ["colour"], value: "red" }] }],
    ["form", "node-missing", { op: "node-remove", id: "z" }],
    ["form", "edge-missing", { op: "edge-update", id: "z", changes: [{ path: ["as"], value: "x" }] }],
  ])("refuses by %s with %s", (_rule, code, op) => {
    expect(codeOf(two, op)).toBe(code);
  });

  it("refuses containers that would hold each other [F4]", () => {
    const map = (id: string, parent?: string) => ({ kind: "map" as const, id, title: id, items: "inputs.list", parent });
    const nested = graph({ nodes: [map("outer"), map("inner", "outer")] });
    expect(codeOf(nested, { op: "node-update", id: "outer", changes: [{ path: ["parent"], value: "inner" }] })).toBe("parent-cycle");
  });

  it("refuses an edge into a container's body, and a report from there [F6, F8]", () => {
    const body = graph({ nodes: [{ kind: "map", id: "m", title: "m", items: "inputs.list" }, agent("in", { parent: "m" }), agent("out")] });
    expect(codeOf(body, { op: "edge-add", edge: { id: "e", from: "in", to: "out" } })).toBe("edge-not-between-siblings");
    expect(codeOf(body, { op: "edge-add", edge: { id: "e", from: "m", to: "out" } })).toBe("ok");
    expect(codeOf(body, { op: "plan-update", changes: [{ path: ["reportNode"], value: "in" }] })).toBe("report-node-missing");
  });

  it("names an input after its source when the edge doesn't [F7]", () => {
    expect(graph({ nodes: [agent("read-docs"), agent("b")], edges: [{ id: "e", from: "read-docs", to: "b" }] }).edges[0]?.as).toBe("read_docs");
  });

  it("keeps what an importer could not know, with its reason [F10]", () => {
    const [node] = graph({ nodes: [agent("a", { instructions: { unknown: "built at run time" } })] }).nodes;
    expect(node).toMatchObject({ instructions: { unknown: "built at run time" } });
  });

  it("says what is wrong with an element that is no op", () => {
    expect(parseOp({ op: "node-add", node: { kind: "agent", id: "A B", title: "x" } })).toMatchObject({
      ok: false,
      refusal: { code: "malformed", message: "node.id: Use lower-case letters, digits and hyphens, at most 64." },
    });
    expect(parseOp("nonsense").ok).toBe(false);
    expect(parseOp(null).ok).toBe(false);
  });

  it("never throws on what a model might send", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (element) => {
        const parsed = parseOp(element);
        if (parsed.ok) applyOp(emptyGraph, parsed.op);
      }),
    );
  });
});
