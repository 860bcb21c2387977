import { IconAlertOctagon, IconAlertTriangle, IconCircleDashed, IconHelpCircle, IconShieldCheck } from "@tabler/icons-react";
import type { AuditResult } from "../../core/evidence/audit-finding.ts";
import classes from "./audit-badge.module.css";

const looks = {
  passed: { word: "Audit passed", icon: IconShieldCheck },
  "passed-with-warnings": { word: "Audit passed with warnings", icon: IconAlertTriangle },
  failed: { word: "Audit failed", icon: IconAlertOctagon },
  inconclusive: { word: "Audit inconclusive", icon: IconHelpCircle },
} as const satisfies Record<AuditResult, unknown>;

type AuditBadgeProps = {
  /** Null while no audit has been made. */
  result: AuditResult | null;
  /** What was found: "2 findings". */
  detail?: string;
  /** Without a tint, for a line that has one of its own. */
  isPlain?: boolean;
};

/** What the audit says, in a word of its own: never merged with the run's status. */
export function AuditBadge({ result, detail, isPlain = false }: AuditBadgeProps) {
  const { word, icon: Mark } = result === null ? { word: "Not audited", icon: IconCircleDashed } : looks[result];
  return (
    <span className={classes.badge} data-result={result ?? "none"} data-plain={isPlain || undefined}>
      <Mark size={14} stroke={1.9} aria-hidden="true" />
      {detail === undefined ? word : result === "passed-with-warnings" ? `Audit passed with ${detail}` : `${word}: ${detail}`}
    </span>
  );
}
