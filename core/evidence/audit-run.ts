import type { Audit, AuditResult } from "./audit-finding.ts";
import { asAuditFindings, type AuditRule } from "./audit-rule.ts";
import { answeringClaims, viewRun, type AuditedRun } from "./audited-run.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { budgetExceeded } from "./rules/budget-exceeded.ts";
import { fallbackUsed } from "./rules/fallback-used.ts";
import { itemWithoutResult } from "./rules/item-without-result.ts";
import { quoteNotInSource } from "./rules/quote-not-in-source.ts";
import { refutedKept } from "./rules/refuted-kept.ts";
import { requirementUnanswered } from "./rules/requirement-unanswered.ts";
import { scopeExceeded } from "./rules/scope-exceeded.ts";
import { sourceNotRead } from "./rules/source-not-read.ts";
import { uncited } from "./rules/uncited.ts";
import { unverified } from "./rules/unverified.ts";

/** Every rule there is, in the order they are listed. */
export const auditRules: readonly AuditRule[] = [
  quoteNotInSource,
  sourceNotRead,
  uncited,
  unverified,
  refutedKept,
  requirementUnanswered,
  itemWithoutResult,
  budgetExceeded,
  scopeExceeded,
  fallbackUsed,
];

/** Checks a run's result against its own trace (VERIFICATION.md, Audit); needs no model, and says the same every time. */
export function auditRun(run: RecordedRun): Audit {
  return auditView(viewRun(run));
}

/** {@link auditRun} of a run that is looked at already. */
export function auditView(run: AuditedRun): Audit {
  const audit: Omit<Audit, "result"> = { findings: [], notRun: [] };
  for (const rule of auditRules) {
    const outcome = rule.examine(run);
    if (outcome.ran) audit.findings.push(...asAuditFindings(rule, outcome.findings));
    else audit.notRun.push({ ruleId: rule.id, reason: outcome.reason });
  }
  return { result: resultOf(run, audit), ...audit };
}

/** An error is an error, whatever else could not be looked at; nothing passes of which a part was not looked at. */
function resultOf({ report, unreadableStepIds }: AuditedRun, { findings, notRun }: Omit<Audit, "result">): AuditResult {
  const worst = new Set(findings.map(({ severity }) => severity));
  if (worst.has("error")) return "failed";
  const severeIds = new Set(auditRules.filter(({ severity }) => severity === "error").map(({ id }) => id));
  const isBlind = unreadableStepIds.length > 0 || notRun.some(({ ruleId }) => severeIds.has(ruleId));
  if (isBlind || report === null || answeringClaims(report).length === 0) return "inconclusive";
  return worst.has("warning") ? "passed-with-warnings" : "passed";
}
