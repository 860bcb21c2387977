import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, edge, map, synthesize, tool, verify } from "../../../tests/setup/part.ts";
import { deadOutput } from "./dead-output.ts";

const sound = [agent("a"), verify("check"), synthesize("report")];
const edges = chain("a", "check", "report");
const with_ = (nodes: Parameters<typeof tripped>[1]["nodes"], more: typeof edges = []) => ({ nodes: [...sound, ...(nodes ?? [])], edges: [...edges, ...more], reportNode: "report" });

describe("structure/dead-output", () => {
  it("trips on a step whose result no edge takes on, and on one that is followed in order alone", () => {
    expect(tripped(deadOutput, with_([agent("lost")]))).toEqual(["lost"]);
    expect(tripped(deadOutput, with_([agent("before")], [edge("before", "check", { kind: "order" })]))).toEqual(["before"]);
  });

  it("trips where the only receiver leaves the input out of its context", () => {
    const reader = agent("reader", { context: { inputs: ["other"] } });
    expect(tripped(deadOutput, with_([agent("lost"), agent("other"), reader], [edge("lost", "reader"), edge("other", "reader"), edge("reader", "check")]))).toEqual(["lost"]);
  });

  it("is silent on the end of a body, on what is there for its effect, and on a tool of which nobody knows what it does", () => {
    const nodes = [map("m", { maxItems: 3 }), agent("in", { parent: "m" }), tool("t", "send_mail"), tool("u", "frobnicate")];
    expect(tripped(deadOutput, with_(nodes, [edge("m", "check")]))).toEqual([]);
  });

  it("is silent where there is no report at all, which another rule says", () => {
    expect(tripped(deadOutput, { nodes: [agent("a"), agent("b")] })).toEqual([]);
  });

  it("offers to hand the result to the check, and is then silent", () => {
    expect(afterFixes(deadOutput, with_([agent("lost")]))).toEqual({ left: [], added: [] });
  });
});
