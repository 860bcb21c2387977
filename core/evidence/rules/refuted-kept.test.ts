import { describe, expect, it } from "vitest";
import { auditWith, withClaim } from "../../../tests/setup/audit-with.ts";
import { soundRun, verdictOn } from "../../../tests/setup/recorded-run.ts";
import { refutedKept } from "./refuted-kept.ts";

const tankId = "read-before#1";

describe("audit/refuted-kept", () => {
  it("trips on a stated claim that a verifier refuted, whatever the report calls it", () => {
    const verdicts = [...soundRun.verdicts, verdictOn(tankId, "refuted", { stepId: "second" })];
    expect(auditWith(refutedKept, { verdicts })).toMatchObject([
      { target: { type: "claim", id: "C1" }, message: expect.stringContaining("refuted C1, and the report states it as fact") },
    ]);
  });

  it("trips on a claim that the report itself calls refuted and states", () => {
    expect(auditWith(refutedKept, withClaim("C1", { state: "refuted" }))).toMatchObject([{ message: expect.stringContaining("The report itself calls C1 refuted") }]);
  });

  it("trips on a tie of votes, and is silent when one of three dissents", () => {
    const votes = (...verdicts: ("supported" | "refuted")[]) => [
      ...soundRun.verdicts.filter(({ claimId }) => claimId !== tankId),
      ...verdicts.map((verdict, index) => verdictOn(tankId, verdict, { vote: index + 1 })),
    ];
    expect(auditWith(refutedKept, { verdicts: votes("supported", "refuted") })).toHaveLength(1);
    expect(auditWith(refutedKept, { verdicts: votes("supported", "refuted", "supported") })).toEqual([]);
  });

  it("is silent on a refuted candidate that was left out, and on both sides of a kept conflict", () => {
    expect(auditWith(refutedKept)).toEqual([]);
    expect(auditWith(refutedKept, { verdicts: [...soundRun.verdicts, verdictOn("read-before#2", "refuted", { stepId: "second" })] })).toEqual([]);
  });
});
