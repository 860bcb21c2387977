import { audited, withReport, type AuditRule } from "../audit-rule.ts";
import { claimLabel, statedClaims, verdictsOn } from "../audited-run.ts";
import { shortText } from "../short-text.ts";

/** A claim that went past the verifiers into the report: the check that everybody relies on did not happen for it. */
export const unverified: AuditRule = {
  id: "audit/unverified",
  seeks: "Claims that nobody verified",
  severity: "error",
  why: "No verifier looked at this claim, though the report states it like those that were checked.",
  examine: (run) =>
    withReport(run, (report) =>
      audited(
        statedClaims(report)
          .filter((claim) => verdictsOn(claim, run).length === 0)
          .map(({ id, text }) => ({ target: { type: "claim", id }, message: `No verifier ruled on ${claimLabel(report, id)}: "${shortText(text)}"` })),
      ),
    ),
};
