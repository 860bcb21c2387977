import type { Severity } from "../preflight/finding.ts";
import type { AuditFinding, AuditTarget } from "./audit-finding.ts";
import type { AuditedRun } from "./audited-run.ts";
import type { Report } from "./report.ts";

/** What one rule says of one place; `severity` where it is not the rule's own. */
export interface AuditRuleFinding {
  target: AuditTarget;
  message: string;
  severity?: Severity;
}

/** What came of one rule: findings, or the reason why it could not run. */
export type AuditRuleOutcome = { ran: true; findings: AuditRuleFinding[] } | { ran: false; reason: string };

/** One check of a run's result against its own trace. */
export interface AuditRule {
  /** `audit/<name>`. */
  id: string;
  /** What it looks for, in a few words for a list. */
  seeks: string;
  severity: Severity;
  /** One sentence that a product manager understands. */
  why: string;
  examine(run: AuditedRun): AuditRuleOutcome;
}

/** A rule that could run. */
export const audited = (findings: AuditRuleFinding[]): AuditRuleOutcome => ({ ran: true, findings });

/** For a rule about what the report says. */
export function withReport(run: AuditedRun, examine: (report: Report) => AuditRuleOutcome): AuditRuleOutcome {
  return run.report === null ? { ran: false, reason: run.whyNoReport } : examine(run.report);
}

/** For a rule about what happened: with a hole in its events, a run proves nothing. */
export function withAllEvents(run: AuditedRun, examine: () => AuditRuleOutcome): AuditRuleOutcome {
  return run.isGapless ? examine() : { ran: false, reason: "events of this run are missing" };
}

/** Gives a rule's findings its name, severity and reason. */
export function asAuditFindings({ id, severity, why }: AuditRule, findings: AuditRuleFinding[]): AuditFinding[] {
  return findings.map((finding) => ({ ruleId: id, severity: finding.severity ?? severity, target: finding.target, message: finding.message, why }));
}
