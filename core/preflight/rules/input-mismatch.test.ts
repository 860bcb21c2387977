import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, checkpoint, edge, join, loop, map, synthesize, verify } from "../../../tests/setup/part.ts";
import { inputMismatch } from "./input-mismatch.ts";

type Output = NonNullable<Parameters<typeof agent>[1]>["output"];
const json = (schema: object) => ({ as: "json" as const, schema }) as Output;
const rows = { type: "object", properties: { rows: { type: "array" }, count: { type: "integer" } }, additionalProperties: false };
const listed = (output: Output, items: string) => ({ nodes: [agent("list", { output }), map("m", { items })], edges: [edge("list", "m")] });

describe("structure/input-mismatch", () => {
  it.each<[string, Output, string]>([
    ["a field that the schema doesn't have", json(rows), "inputs.list.items"],
    ["a field that is no list", json(rows), "inputs.list.count"],
    ["the whole of an object", json(rows), "inputs.list"],
    ["a field of plain text", { as: "text" }, "inputs.list.items"],
    ["plain text", { as: "text" }, "inputs.list"],
    ["a field that claims don't have", { as: "claims" }, "inputs.list.names"],
  ])("trips on a map over %s", (_, output, items) => {
    expect(tripped(inputMismatch, listed(output, items))).toEqual(["m"]);
  });

  it.each<[string, Output, string]>([
    ["a list of the schema", json(rows), "inputs.list.rows"],
    ["a field that an open schema may have", json({ type: "object", properties: {} }), "inputs.list.items"],
    ["claims", { as: "claims" }, "inputs.list.claims"],
    ["what an expression computes", json(rows), "inputs.list.rows.filter(row, row.open)"],
    ["one of several shapes", json({ anyOf: [rows], additionalProperties: false }), "inputs.list.items"],
  ])("is silent on a map over %s", (_, output, items) => {
    expect(tripped(inputMismatch, listed(output, items))).toEqual([]);
  });

  it("only warns of a field that an open schema doesn't mention", () => {
    expect(examineWith(inputMismatch, listed(json({ type: "object", properties: { rows: { type: "array" } } }), "inputs.list.items"))).toMatchObject([{ severity: "warning" }]);
  });

  it("trips on a check that gets plain text, and is silent once it gets claims or looks at reports", () => {
    const plan = (own: Parameters<typeof verify>[1] = {}) => ({ nodes: [agent("a", { output: { as: "text" }, maxTurns: 2 }), verify("v", own), synthesize("report")], edges: chain("a", "v", "report"), reportNode: "report" });
    expect(tripped(inputMismatch, plan())).toEqual(["v"]);
    expect(afterFixes(inputMismatch, plan())).toEqual({ left: [], added: [] });
    expect(tripped(inputMismatch, plan({ sees: ["report", "evidence"] }))).toEqual([]);
  });

  it.each<[string, Output, boolean]>([
    ["bare sentences", json({ type: "object", properties: { claims: { type: "array", items: { type: "string" } } }, additionalProperties: false }), true],
    ["figures alone", json({ type: "object", properties: { rows: { type: "array", items: { type: "object", properties: { name: { type: "string" }, price: { type: "number" } } } } } }), true],
    ["sentences with their quotes", json({ type: "object", properties: { claims: { type: "array", items: { type: "object", properties: { text: { type: "string" }, quotes: { type: "array" } } } } } }), false],
    ["a list that leaves open what is in it", json({ type: "object", properties: { claims: { type: "array" } } }), false],
    ["an object of any fields", json({ type: "object", properties: {} }), false],
    ["one of several shapes", json({ oneOf: [{ type: "string" }, { type: "object" }] }), false],
  ])("tells whether there is a place for evidence in what a check gets: %s", (_, output, trips) => {
    const plan = { nodes: [agent("a", { output }), verify("v"), synthesize("report")], edges: chain("a", "v", "report"), reportNode: "report" };
    expect(tripped(inputMismatch, plan)).toEqual(trips ? ["v"] : []);
  });

  it("does not run on outputs that are not known", () => {
    expect(examineWith(inputMismatch, listed({ unknown: "set in code" }, "inputs.list.rows"))).toBe('the output of "list" can\'t be known: set in code');
  });

  it.each(["checkpoint", "join", "loop"] as const)("looks through a %s that only passes on what it gets", (kind) => {
    const output = json(rows);
    const between = kind === "loop" ? [loop("b"), agent("list", { parent: "b", output })] : [agent("list", { output }), kind === "join" ? join("b") : checkpoint("b")];
    const plan = (items: string) => ({ nodes: [...between, map("m", { items })], edges: [...(kind === "loop" ? [] : [edge("list", "b")]), edge("b", "m")] });
    const path = kind === "join" ? "inputs.b.list" : "inputs.b";
    expect(tripped(inputMismatch, plan(`${path}.count`))).toEqual(["m"]);
    expect(tripped(inputMismatch, plan(`${path}.rows`))).toEqual([]);
  });

  it("knows what a form adds to what a checkpoint passes on, and looks through a filter", () => {
    const plan = (items: string) => ({ nodes: [agent("list", { output: json(rows) }), checkpoint("b", { form: { type: "object" } }), map("m", { items })], edges: chain("list", "b", "m") });
    expect(tripped(inputMismatch, plan("inputs.b.value.count"))).toEqual(["m"]);
    expect(tripped(inputMismatch, plan("inputs.b.value.rows"))).toEqual([]);
    expect(tripped(inputMismatch, listed(json(rows), "inputs.list.count.filter(row, row.open)"))).toEqual(["m"]);
  });

  it("finds bare answers behind a join and in the body of a map", () => {
    const bare = { output: { as: "text" as const } };
    const joined = { nodes: [agent("a"), agent("b", bare), join("j"), verify("v")], edges: [edge("a", "j"), edge("b", "j"), edge("j", "v")] };
    expect(tripped(inputMismatch, joined)).toEqual(["v"]);
    expect(tripped(inputMismatch, { nodes: [map("m"), agent("in", { parent: "m", ...bare }), verify("v")], edges: [edge("m", "v")] })).toEqual(["v"]);
  });

  it("comes to an end where joins feed each other in a circle", () => {
    const nodes = [join("a"), join("b"), map("m", { items: "inputs.b.x" }), verify("v")];
    expect(tripped(inputMismatch, { nodes, edges: [edge("a", "b"), edge("b", "a"), edge("b", "m"), edge("b", "v")] })).toBeInstanceOf(Array);
  });
});
