import { Button } from "@mantine/core";
import Link from "next/link";
import type { AuditFinding } from "../../core/evidence/audit-finding.ts";
import { severityIcons } from "../canvas/finding-pins.tsx";
import { sourceAddress } from "../sources/source-address.ts";
import classes from "./audit-finding-card.module.css";
import { runAddress } from "./run-address.ts";
import type { Evidence } from "./use-evidence.ts";

const words = { error: "Error", warning: "Warning", note: "Note" } as const;

type AuditFindingCardProps = {
  runId: string;
  finding: AuditFinding;
  evidence: Evidence;
  /** Whether what it is about is on screen already. */
  isHere?: boolean;
};

/** One finding of an audit: what, why it matters, and the way to what it is about. */
export function AuditFindingCard({ runId, finding, evidence, isHere = false }: AuditFindingCardProps) {
  const { severity, ruleId, message, why } = finding;
  const Mark = severityIcons[severity];
  const place = isHere ? null : placeOf(runId, finding, evidence);
  return (
    <article className={classes.card} data-severity={severity}>
      <p className={classes.head}>
        <span className={classes.severity}>
          <Mark size={14} stroke={1.9} aria-hidden="true" />
          {words[severity]}
        </span>
        <code>{ruleId}</code>
      </p>
      <p className={classes.message}>{message}</p>
      <p className={classes.why}>{why}</p>
      {place !== null && (
        <Button size="xs" className={classes.open} component={Link} href={place.href}>
          {place.label}
        </Button>
      )}
    </article>
  );
}

function placeOf(runId: string, { target }: AuditFinding, { claims }: Evidence): { href: string; label: string } | null {
  switch (target.type) {
    case "claim": {
      const label = claims.find(({ id }) => id === target.id)?.label ?? target.id;
      const quote = target.quote === undefined ? {} : { quote: target.quote };
      return { href: runAddress(runId, { tab: "report", claim: target.id, ...quote }), label: `Open claim ${label}` };
    }
    case "step":
      return { href: runAddress(runId, { step: target.id }), label: "Open step" };
    case "source":
      return { href: sourceAddress(target.id), label: "Open source" };
    case "requirement":
      return { href: runAddress(runId, { tab: "report" }), label: "Open the answer" };
    case "run":
      return null;
  }
}
