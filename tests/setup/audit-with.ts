import type { AuditRule } from "../../core/evidence/audit-rule.ts";
import { viewRun } from "../../core/evidence/audited-run.ts";
import { recordRun, soundRun, type RunParts } from "./recorded-run.ts";

/** What one rule says of the sound run with these changes: its findings, or the reason why it did not run. */
export function auditWith(rule: AuditRule, changes: Partial<RunParts> = {}) {
  const outcome = rule.examine(viewRun(recordRun({ ...soundRun, ...changes })));
  return outcome.ran ? outcome.findings : outcome.reason;
}

/** The sound run's report with one of its claims changed. */
export function withClaim(id: string, change: Partial<NonNullable<RunParts["report"]>["claims"][number]>): Partial<RunParts> {
  const { report } = soundRun;
  return report === null ? {} : { report: { ...report, claims: report.claims.map((claim) => (claim.id === id ? { ...claim, ...change } : claim)) } };
}
