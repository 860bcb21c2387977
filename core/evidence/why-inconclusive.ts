import type { AuditResult } from "./audit-finding.ts";
import { statedClaims } from "./audited-run.ts";
import type { Report } from "./report.ts";

/** Why an audit can't say how a result is, as a sentence; null of one that does. */
export function whyInconclusive(result: AuditResult, report: Pick<Report, "blocks" | "claims"> | null): string | null {
  if (result !== "inconclusive") return null;
  if (report === null) return "There is no report that could be audited.";
  return statedClaims(report).length === 0 ? "The report states nothing that could be audited." : "A check that decides could not be made.";
}
