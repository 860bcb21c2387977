import type { Audit, AuditFinding } from "../../core/evidence/audit-finding.ts";
import { countText } from "../parts/number-text.ts";

/** How many errors an audit has, else how many warnings; null where it has neither. */
export function worstCount({ findings }: Pick<Audit, "findings">): { severity: "error" | "warning"; words: string; count: number } | null {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return { severity: "error", words: countText(errors, "finding"), count: errors };
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  return warnings === 0 ? null : { severity: "warning", words: countText(warnings, "warning"), count: warnings };
}

/** Errors before warnings before notes, otherwise as the rules found them. */
export function worstFindingsFirst(findings: readonly AuditFinding[]): AuditFinding[] {
  const rank = { error: 0, warning: 1, note: 2 };
  return findings.toSorted((left, right) => rank[left.severity] - rank[right.severity]);
}

/** A rule's name as words, for lines that have no room for what it says: "quote not in source". */
export function ruleWords(ruleId: string): string {
  return ruleId.replace(/^audit\//, "").replaceAll("-", " ");
}
