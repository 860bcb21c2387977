import { describe, expect, it } from "vitest";
import { auditWith } from "../../../tests/setup/audit-with.ts";
import { soundRun, verdictOn } from "../../../tests/setup/recorded-run.ts";
import { unverified } from "./unverified.ts";

describe("audit/unverified", () => {
  it("trips on a stated claim on whose candidates nobody ruled", () => {
    expect(auditWith(unverified, { verdicts: soundRun.verdicts.slice(1) })).toMatchObject([
      { target: { type: "claim", id: "C1" }, message: 'No verifier ruled on C1: "The tank is filled to the upper mark."' },
    ]);
  });

  it("is silent when the ruling is on the final claim itself, or says that there is not enough to go by", () => {
    expect(auditWith(unverified, { verdicts: [...soundRun.verdicts.slice(1), verdictOn("C1", "supported")] })).toEqual([]);
    expect(auditWith(unverified, { verdicts: soundRun.verdicts.map((verdict) => ({ ...verdict, verdict: "not-enough-info" as const })) })).toEqual([]);
  });
});
