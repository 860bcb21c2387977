import { audited, withReport, type AuditRule } from "../audit-rule.ts";
import { claimLabel, statedClaims } from "../audited-run.ts";
import { shortText } from "../short-text.ts";

/** An answer from the model's memory, written like one from the documents. */
export const uncited: AuditRule = {
  id: "audit/uncited",
  seeks: "Statements that cite nothing",
  severity: "error",
  why: "Nothing is shown that this statement rests on, so nobody can check it.",
  examine: (run) =>
    withReport(run, (report) =>
      audited(
        statedClaims(report)
          .filter(({ quotes }) => quotes.length === 0)
          .map(({ id, text }) => ({ target: { type: "claim", id }, message: `${claimLabel(report, id)} cites nothing: "${shortText(text)}"` })),
      ),
    ),
};
