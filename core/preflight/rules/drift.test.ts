import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, edge, map, synthesize, verify } from "../../../tests/setup/part.ts";
import { drift } from "./drift.ts";

const brief = { question: "What?", requirements: [{ id: "r1", text: "Why" }] };
const sound = [agent("prepare"), agent("read", { covers: ["r1"] }), agent("weigh"), verify("check"), synthesize("report")];
const edges = chain("prepare", "read", "weigh", "check", "report");

describe("scope/drift", () => {
  it("trips on a worker that covers nothing and feeds only the check", () => {
    expect(tripped(drift, { nodes: [...sound, agent("aside")], edges: [...edges, edge("aside", "check")] }, brief)).toEqual(["aside"]);
  });

  it("trips on one that covers what the brief doesn't have, and on a map, once with its body", () => {
    const nodes = [...sound, agent("other", { covers: ["r9"] }), map("m", { maxItems: 2 }), agent("in", { parent: "m" })];
    expect(tripped(drift, { nodes, edges: [...edges, edge("other", "check"), edge("m", "check")] }, brief)).toEqual(["other", "m"]);
  });

  it("is silent on what prepares or works on what a covering step finds, and inside a container that covers", () => {
    expect(tripped(drift, { nodes: sound, edges }, brief)).toEqual([]);
    expect(tripped(drift, { nodes: [map("m", { maxItems: 2, covers: ["r1"] }), agent("in", { parent: "m" })] }, brief)).toEqual([]);
    expect(tripped(drift, { nodes: [map("m", { maxItems: 2 }), agent("in", { parent: "m", covers: ["r1"] })] }, brief)).toEqual([]);
  });

  it("is silent where the brief has no requirements or nobody says what covers them", () => {
    expect(tripped(drift, { nodes: [agent("a")] }, { question: "What?" })).toEqual([]);
    expect(tripped(drift, { nodes: [agent("a")] }, brief)).toEqual([]);
  });

  it("offers to take it out, and is then silent", () => {
    expect(afterFixes(drift, { nodes: [...sound, agent("aside", { maxTurns: 2 })], edges: [...edges, edge("aside", "check")], reportNode: "report" }, brief)).toEqual({ left: [], added: [] });
  });

  it("trips on one that feeds only the report behind which somebody covers something", () => {
    const nodes = [...sound, agent("aside"), verify("second-check"), agent("publish", { covers: ["r1"] })];
    const all = [...edges, ...chain("aside", "second-check", "report"), edge("report", "publish")];
    expect(tripped(drift, { nodes, edges: all, reportNode: "report" }, brief)).toEqual(["aside"]);
  });

  it("is silent on what feeds a check that covers what no work does", () => {
    expect(tripped(drift, { nodes: [agent("read"), verify("check", { covers: ["r1"] }), synthesize("report")], edges: chain("read", "check", "report") }, brief)).toEqual([]);
  });
});
