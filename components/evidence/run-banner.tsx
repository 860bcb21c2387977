import { Button } from "@mantine/core";
import Link from "next/link";
import { auditRules } from "../../core/evidence/audit-run.ts";
import { whyInconclusive } from "../../core/evidence/why-inconclusive.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { ruleWords, worstCount } from "./audit-words.ts";
import { runAddress } from "./run-address.ts";
import classes from "./run-banner.module.css";
import type { Evidence } from "./use-evidence.ts";

const named = 3;

/** What became of an ended run and what its audit says, side by side and never merged; why, as far as one line holds it. */
export function RunBanner({ runId, evidence }: { runId: string; evidence: Evidence }) {
  const { audit, status } = evidence;
  return (
    <section className={classes.banner} data-result={audit?.result ?? "none"} aria-label="Run and audit">
      <span className={classes.words}>
        <StatusMark status={status}>Run {status}</StatusMark>
        <span className={classes.line} aria-hidden="true" />
        <AuditBadge result={audit?.result ?? null} isPlain {...(audit === null ? {} : { detail: worstCount(audit)?.words })} />
      </span>
      {audit === null ? <p className={classes.why}>The audit is being made.</p> : <Why runId={runId} evidence={evidence} audit={audit} />}
      <Button size="xs" component={Link} href={runAddress(runId, { tab: "audit" })}>
        Open audit
      </Button>
    </section>
  );
}

/** One finding in full, several by their names. */
function Why({ runId, evidence: { report, claims, sources }, audit }: { runId: string; evidence: Evidence; audit: NonNullable<Evidence["audit"]> }) {
  const open = whyInconclusive(audit.result, report);
  if (open !== null) return <p className={classes.why}>{open}</p>;
  // Those that the badge counts.
  const worst = worstCount(audit)?.severity;
  const telling = audit.findings.filter(({ severity }) => severity === worst);
  if (telling.length === 0) return <p className={classes.why}>{auditRules.length - audit.notRun.length} checks ran, and none has anything against this result.</p>;
  const [only] = telling;
  if (telling.length === 1) return <p className={classes.why}>{only?.message}</p>;
  const labelOf = (id: string) => claims.find((claim) => claim.id === id)?.label ?? id;
  const pathOf = (id: string) => sources.find((source) => source.id === id)?.path.split("/").at(-1) ?? "a source";
  return (
    <ul className={classes.findings}>
      {telling.slice(0, named).map(({ ruleId, target, message }) => (
        <li key={`${ruleId} ${message}`} title={message}>
          <Link href={target.type === "claim" ? runAddress(runId, { tab: "report", claim: target.id }) : runAddress(runId, { tab: "audit" })}>{ruleWords(ruleId)}</Link>
          {target.type === "claim" && `: ${labelOf(target.id)}`}
          {target.type === "source" && `: ${pathOf(target.id)}`}
          {target.type === "requirement" && `: ${target.id.toUpperCase()}`}
        </li>
      ))}
      {telling.length > named && <li>and {telling.length - named} more</li>}
    </ul>
  );
}
