import Link from "next/link";
import { isEnded, type RunStatus } from "../../core/run/run-status.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { findingCount } from "./audit-words.ts";
import { runAddress } from "./run-address.ts";
import classes from "./run-audit.module.css";
import { useEvidence } from "./use-evidence.ts";

/** What the audit of a run came to, beside its status; nothing while it goes on. */
export function RunAudit({ runId, status }: { runId: string; status: RunStatus }) {
  return isEnded(status) ? <EndedAudit runId={runId} status={status} /> : null;
}

function EndedAudit({ runId, status }: { runId: string; status: RunStatus }) {
  const { data } = useEvidence(runId, status);
  if (data == null) return null;
  const { audit } = data;
  return (
    <Link href={runAddress(runId, { tab: "audit" })} className={classes.link}>
      <AuditBadge result={audit?.result ?? null} {...(audit === null ? {} : { detail: findingCount(audit) })} />
    </Link>
  );
}
