import { describe, expect, it } from "vitest";
import { auditWith } from "../../../tests/setup/audit-with.ts";
import { modelCalled, soundRun, verdictOn } from "../../../tests/setup/recorded-run.ts";
import { fallbackUsed } from "./fallback-used.ts";

const call = (stepId: string, model: string, insteadOf?: string) => ({ ...modelCalled(stepId, "any"), call: 2, model, ...(insteadOf === undefined ? {} : { insteadOf }) });

describe("audit/fallback-used", () => {
  it("notes every step in which another model took over, once, with how often", () => {
    const extra = [call("read-before", "own:spare", "anthropic:claude"), call("read-before", "own:spare", "anthropic:claude"), call("write", "own:spare", "anthropic:claude")];
    expect(auditWith(fallbackUsed, { extra })).toMatchObject([
      { severity: "note", target: { type: "step", id: "read-before" }, message: 'own:spare answered 2 calls of "Read what comes before", because anthropic:claude could not be used.' },
      { severity: "note", target: { type: "step", id: "write" } },
    ]);
  });

  it("warns where a verifier fell back to the model that had made the claims", () => {
    const extra = [call("check", "anthropic:claude", "own:judge")];
    expect(auditWith(fallbackUsed, { extra })).toMatchObject([
      { severity: "note" },
      { target: { type: "step", id: "check" }, message: '"Claims follow from quotes" was ruled by anthropic:claude, which also made 5 of the claims: a model had taken over.' },
    ]);
  });

  it("is silent where nobody took over, and doesn't warn where the two still differ", () => {
    expect(auditWith(fallbackUsed, {})).toEqual([]);
    const verdicts = soundRun.verdicts.map((verdict) => verdictOn(verdict.claimId, verdict.verdict, { verifier: "own:judge" }));
    expect(auditWith(fallbackUsed, { verdicts, extra: [call("check", "own:judge", "own:large")] })).toMatchObject([{ severity: "note" }]);
  });
});
