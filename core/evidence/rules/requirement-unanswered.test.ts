import { describe, expect, it } from "vitest";
import { auditWith, withClaim } from "../../../tests/setup/audit-with.ts";
import { soundRun } from "../../../tests/setup/recorded-run.ts";
import { requirementUnanswered } from "./requirement-unanswered.ts";

describe("audit/requirement-unanswered", () => {
  it("trips as an error on a critical requirement, with the report's own reason", () => {
    const unanswered = [{ requirementId: "r1", text: "What to do before the start", why: "The documents don't say.", closest: [] }];
    const { report } = withClaim("C1", { answers: [] });
    expect(auditWith(requirementUnanswered, { report: { ...report!, unanswered } })).toEqual([
      {
        target: { type: "requirement", id: "r1" },
        severity: "error",
        message: 'The critical requirement R1, "What to do before the start", has no answer in the report. The report says why: The documents don\'t say.',
      },
    ]);
  });

  it("trips as a warning on one that isn't critical", () => {
    const { report } = soundRun;
    const claims = report!.claims.map((claim) => (claim.answers.includes("r3") ? { ...claim, answers: [] } : claim));
    expect(auditWith(requirementUnanswered, { report: { ...report!, claims } })).toMatchObject([{ target: { id: "r3" }, severity: "warning" }]);
  });

  it("doesn't take a refuted or an open claim for an answer", () => {
    expect(auditWith(requirementUnanswered, withClaim("C1", { state: "refuted" }))).toHaveLength(1);
    expect(auditWith(requirementUnanswered, withClaim("C1", { state: "not-enough-info" }))).toHaveLength(1);
  });

  it("doesn't take a claim for an answer that may not be one, and names it", () => {
    const [finding] = auditWith(requirementUnanswered, withClaim("C1", { doubt: "It may speak of another tank." }));
    expect(finding).toMatchObject({ severity: "error", message: 'The critical requirement R1, "What to do before the start", has no sure answer in the report; C1 may be one.' });
  });

  it("warns of a part of the question that the report itself leaves open", () => {
    const unanswered = [{ requirementId: null, text: "How loud it is", why: "Nothing that was read says it.", closest: [] }];
    expect(auditWith(requirementUnanswered, { report: { ...soundRun.report!, unanswered } })).toEqual([
      { target: { type: "run" }, severity: "warning", message: '"How loud it is" has no sure answer in the report. The report says why: Nothing that was read says it.' },
    ]);
  });

  it("is silent when one claim answers several, and without requirements", () => {
    expect(auditWith(requirementUnanswered)).toEqual([]);
    expect(auditWith(requirementUnanswered, { brief: { question: "What?" } })).toEqual([]);
  });
});
