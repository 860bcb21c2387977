import type { AuditResult } from "./audit-finding.ts";
import { answeringClaims, statedClaims } from "./audited-run.ts";

/** Why an audit can't say how a result is, as a sentence; null of one that does. */
export function whyInconclusive(result: AuditResult, report: Parameters<typeof answeringClaims>[0] | null): string | null {
  if (result !== "inconclusive") return null;
  if (report === null) return "There is no report that could be audited.";
  if (statedClaims(report).length === 0) return "The report states nothing that could be audited.";
  return answeringClaims(report).length === 0 ? "Nothing in the report is sure to answer what was asked." : "A check that decides could not be made.";
}
