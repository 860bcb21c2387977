import { audited, withReport, type AuditRule } from "../audit-rule.ts";
import { statedClaims } from "../audited-run.ts";
import type { ClaimState } from "../report.ts";

/** A claim in one of these states says something about its requirement, even if another rule has more to say. */
const answering: readonly ClaimState[] = ["supported", "conflicted", "unverified"];

/** A report that reads as complete and leaves out what was asked for. */
export const requirementUnanswered: AuditRule = {
  id: "audit/requirement-unanswered",
  seeks: "Requirements without an answer",
  severity: "error",
  why: "The brief asks for this and no claim of the report answers it.",
  examine: (run) =>
    withReport(run, (report) => {
      const answered = new Set(statedClaims(report).flatMap(({ answers, state }) => (answering.includes(state) ? answers : [])));
      return audited(
        run.brief.requirements
          .filter(({ id }) => !answered.has(id))
          .map(({ id, text, isCritical }) => {
            const why = report.unanswered.find(({ requirementId }) => requirementId === id)?.why.trim() ?? "";
            const kind = isCritical ? "The critical requirement" : "The requirement";
            return {
              target: { type: "requirement", id },
              severity: isCritical ? "error" : "warning",
              message: `${kind} ${id.toUpperCase()}, "${text}", has no answer in the report.${why === "" ? "" : ` The report says why: ${why}`}`,
            };
          }),
      );
    }),
};
