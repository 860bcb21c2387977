import { describe, expect, it } from "vitest";
import { examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, code, edge, map, tool } from "../../../tests/setup/part.ts";
import { effectBeforeGate } from "./effect-before-gate.ts";

const tools = ["delete_rows", "ask_person"];
const declared = { toolsByName: new Map([["delete_rows", { effects: "writes" as const, server: "db" }], ["ask_person", { effects: "read-only" as const, server: "built-in" }]]) };
const severityOf = (source: string, around = {}) => {
  const findings = examineWith(effectBeforeGate, { nodes: [code("c", source, { tools })] }, null, around);
  return typeof findings === "string" ? findings : findings.map(({ severity }) => severity);
};

describe("structure/effect-before-gate", () => {
  it("trips on a program that writes before it asks; by a tool's name alone as a warning", () => {
    expect(severityOf("await tools.delete_rows({ old: true });\nconst ok = await ask_person('Sure?');", declared)).toEqual(["error"]);
    expect(severityOf("await delete_rows(); await interrupt('Sure?')")).toEqual(["warning"]);
    expect(severityOf("await tools.delete_rows({}); const ok = await confirm('Was that all right?');", declared)).toEqual(["error"]);
  });

  it("warns of an agent that may do both, as nobody knows its order", () => {
    expect(tripped(effectBeforeGate, { nodes: [agent("a", { tools })] })).toEqual(["a"]);
  });

  it("is silent where it asks first, only talks of writing, or writes without asking", () => {
    expect(severityOf("if (await ask_person('delete_rows()?')) await delete_rows();")).toEqual([]);
    expect(severityOf("// delete_rows() comes later\nawait ask_person('Sure?'); delete_rows()")).toEqual([]);
    expect(tripped(effectBeforeGate, { nodes: [agent("a", { tools: ["delete_rows"] }), code("c", "await delete_rows()", { tools: ["delete_rows"] })] })).toEqual([]);
  });

  it("trips on a container whose body writes before it asks, and not on one that asks first", () => {
    const body = (...path: [string, string]) => ({ nodes: [map("each"), tool("send", "send_mail", { parent: "each" }), { kind: "checkpoint" as const, id: "ask", title: "ask", parent: "each", asks: "May it go out?" }], edges: [edge(...path)] });
    expect(tripped(effectBeforeGate, body("send", "ask"))).toEqual(["each"]);
    expect(tripped(effectBeforeGate, body("ask", "send"))).toEqual([]);
  });
});
