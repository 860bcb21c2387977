import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { noEvidence } from "./no-evidence.ts";

type Sees = NonNullable<Parameters<typeof verify>[1]>["sees"];
const seeing = (sees: Sees) => ({ nodes: [agent("a", { maxTurns: 2 }), verify("v", { sees }), synthesize("report")], edges: chain("a", "v", "report"), reportNode: "report" });

describe("verify/no-evidence", () => {
  it.each<[string[], string]>([
    [["claims"], '"v" sees the claims without the evidence.'],
    [["claims", "report"], '"v" sees the claims and the report without the evidence.'],
    [["evidence"], '"v" sees evidence and no claims.'],
    [[], '"v" sees nothing.'],
  ])("trips on a check that sees %j", (sees, message) => {
    expect(examineWith(noEvidence, seeing(sees as Sees))).toMatchObject([{ message }]);
    expect(afterFixes(noEvidence, seeing(sees as Sees))).toEqual({ left: [], added: [] });
  });

  it("is silent on claims or a report with their evidence, and does not run where it is not known", () => {
    expect(tripped(noEvidence, seeing(["claims", "evidence"]))).toEqual([]);
    expect(tripped(noEvidence, seeing(["report", "evidence"]))).toEqual([]);
    expect(examineWith(noEvidence, seeing({ unknown: "a plain function" }))).toMatch(/can't be known/);
  });
});
