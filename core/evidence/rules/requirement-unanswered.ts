import { audited, withReport, type AuditRule } from "../audit-rule.ts";
import { claimLabel, statedClaims } from "../audited-run.ts";
import type { ClaimState, Report } from "../report.ts";

/** A claim in one of these states says something about its requirement, even if another rule has more to say. */
const answering: readonly ClaimState[] = ["supported", "conflicted", "unverified"];

/** A report that reads as complete and leaves out what was asked for. */
export const requirementUnanswered: AuditRule = {
  id: "audit/requirement-unanswered",
  seeks: "What was asked, without an answer",
  severity: "error",
  why: "This was asked, and no claim of the report is sure to answer it.",
  examine: (run) =>
    withReport(run, (report) => {
      const onTopic = statedClaims(report).filter(({ state }) => answering.includes(state));
      const answered = new Set(onTopic.flatMap(({ answers, doubt }) => (doubt === "" ? answers : [])));
      const open = run.brief.requirements.filter(({ id }) => !answered.has(id));
      return audited([
        ...open.map(({ id, text, isCritical }) => {
          const kind = isCritical ? "The critical requirement" : "The requirement";
          const doubtful = onTopic.filter(({ answers }) => answers.includes(id)).map((claim) => claimLabel(report, claim.id));
          return {
            target: { type: "requirement" as const, id },
            severity: isCritical ? ("error" as const) : ("warning" as const),
            message: `${kind} ${id.toUpperCase()}, "${text}", has no ${doubtful.length > 0 ? "sure " : ""}answer in the report${doubtful.length > 0 ? `; ${listed(doubtful)} may be one` : ""}.${reasonFor(report, id)}`,
          };
        }),
        ...report.unanswered
          .filter(({ requirementId }) => requirementId === null)
          .map(({ text, why }) => ({
            target: { type: "run" as const },
            severity: "warning" as const,
            message: `"${text}" has no sure answer in the report.${told(why)}`,
          })),
      ]);
    }),
};

function reasonFor({ unanswered }: Report, id: string): string {
  return told(unanswered.find(({ requirementId }) => requirementId === id)?.why ?? "");
}

function told(why: string): string {
  return why.trim() === "" ? "" : ` The report says why: ${why.trim()}`;
}

function listed(labels: readonly string[]): string {
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
}
