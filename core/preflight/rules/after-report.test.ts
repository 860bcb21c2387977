import { describe, expect, it } from "vitest";
import { tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { afterReport } from "./after-report.ts";

const nodes = [agent("a"), verify("v"), synthesize("report")];

describe("verify/after-report", () => {
  it("trips on a check behind the report, by value or by order alone", () => {
    expect(tripped(afterReport, { nodes, edges: chain("a", "report", "v"), reportNode: "report" })).toEqual(["v"]);
    expect(tripped(afterReport, { nodes, edges: [...chain("a", "report"), { id: "o", from: "report", to: "v", kind: "order" }], reportNode: "report" })).toEqual(["v"]);
  });

  it("is silent on a check of a draft, from which the report is made", () => {
    expect(tripped(afterReport, { nodes: [...nodes, synthesize("draft")], edges: chain("a", "draft", "v", "report"), reportNode: "report" })).toEqual([]);
  });
});
