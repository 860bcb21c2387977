import type { Audit, AuditFinding } from "../../core/evidence/audit-finding.ts";

/** How many findings an audit has, the worst named: "2 findings", "1 warning". */
export function findingCount({ findings }: Pick<Audit, "findings">): string | undefined {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  if (errors > 0) return errors === 1 ? "1 finding" : `${errors} findings`;
  if (warnings > 0) return warnings === 1 ? "1 warning" : `${warnings} warnings`;
  return undefined;
}

/** Errors before warnings before notes, otherwise as the rules found them. */
export function worstFindingsFirst(findings: readonly AuditFinding[]): AuditFinding[] {
  const rank = { error: 0, warning: 1, note: 2 };
  return findings.toSorted((left, right) => rank[left.severity] - rank[right.severity]);
}

/** The name of a rule without the family that all of them share. */
export function ruleName(ruleId: string): string {
  return ruleId.replace(/^audit\//, "");
}
