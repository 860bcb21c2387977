import Link from "next/link";
import { isEnded, type RunStatus } from "../../core/run/run-status.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import counts from "../parts/count-mark.module.css";
import { worstCount } from "./audit-words.ts";
import { runAddress } from "./run-address.ts";
import classes from "./run-audit.module.css";
import { useEvidence } from "./use-evidence.ts";

/** What the audit of a run came to, beside its status; nothing while it goes on. */
export function RunAudit({ runId, status }: { runId: string; status: RunStatus }) {
  return isEnded(status) ? <EndedAudit runId={runId} status={status} /> : null;
}

/** How many findings stand behind the name of the audit's page. */
export function AuditCount({ runId, status }: { runId: string; status: RunStatus }) {
  return isEnded(status) ? <EndedCount runId={runId} status={status} /> : null;
}

function EndedCount({ runId, status }: { runId: string; status: RunStatus }) {
  const audit = useEvidence(runId, status).data?.audit ?? null;
  const worst = audit === null ? null : worstCount(audit);
  if (worst === null) return null;
  return (
    <span className={counts.count} data-bad={worst.severity === "error" || undefined} title={worst.words}>
      {worst.count}
    </span>
  );
}

function EndedAudit({ runId, status }: { runId: string; status: RunStatus }) {
  const { data } = useEvidence(runId, status);
  if (data == null) return null;
  const { audit } = data;
  return (
    <Link href={runAddress(runId, { tab: "audit" })} className={classes.link}>
      <AuditBadge result={audit?.result ?? null} {...(audit === null ? {} : { detail: worstCount(audit)?.words })} />
    </Link>
  );
}
