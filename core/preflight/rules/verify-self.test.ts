import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { verifySelf } from "./verify-self.ts";

const checked = (own: Parameters<typeof verify>[1]) => ({ nodes: [agent("a"), verify("v", own), synthesize("report")], edges: chain("a", "v", "report"), reportNode: "report" });

describe("verify/self", () => {
  it("trips on a check that sees the reasoning, and is silent once that is kept from it", () => {
    const graph = checked({ sees: ["claims", "evidence", "reasoning"] });
    expect(tripped(verifySelf, graph)).toEqual(["v"]);
    expect(afterFixes(verifySelf, graph)).toEqual({ left: [], added: [] });
  });

  it("is silent on one that sees claims, evidence and the report", () => {
    expect(tripped(verifySelf, checked({ sees: ["claims", "evidence", "report"] }))).toEqual([]);
  });

  it("does not run where what it sees is not known", () => {
    expect(examineWith(verifySelf, checked({ sees: { unknown: "a plain function" } }))).toBe('what the check sees of "v" can\'t be known: a plain function');
  });
});
