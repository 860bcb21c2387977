import { describe, expect, it } from "vitest";
import { afterFixes, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { noReport } from "./no-report.ts";

const nodes = [agent("a"), verify("v"), synthesize("report")];
const edges = chain("a", "v", "report");

describe("structure/no-report", () => {
  it("trips where no step writes a report, none is named, or a check is to be it", () => {
    expect(tripped(noReport, { nodes: [agent("a")] })).toEqual(["plan"]);
    expect(tripped(noReport, { nodes, edges })).toEqual(["plan"]);
    expect(tripped(noReport, { nodes, edges, reportNode: "v" })).toEqual(["v"]);
  });

  it("trips on a second report beside the one that is named, and on two of which none is", () => {
    const two = { nodes: [...nodes, synthesize("summary")], edges: [...edges, ...chain("v", "summary")] };
    expect(tripped(noReport, { ...two, reportNode: "report" })).toEqual(["summary"]);
    expect(tripped(noReport, two)).toEqual(["plan"]);
  });

  it("is silent on one report, also of an agent, and on a draft that goes on into it", () => {
    expect(tripped(noReport, { nodes, edges, reportNode: "report" })).toEqual([]);
    expect(tripped(noReport, { nodes: [agent("a")], reportNode: "a" })).toEqual([]);
    expect(tripped(noReport, { nodes: [...nodes, synthesize("draft")], edges: chain("a", "draft", "v", "report"), reportNode: "report" })).toEqual([]);
  });

  it("offers to name the only one there is", () => {
    expect(afterFixes(noReport, { nodes, edges })).toEqual({ left: [], added: [] });
  });
});
