import { Button } from "@mantine/core";
import Link from "next/link";
import { whyInconclusive } from "../../core/evidence/why-inconclusive.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { ruleName, worstCount } from "./audit-words.ts";
import { runAddress } from "./run-address.ts";
import classes from "./run-banner.module.css";
import type { Evidence } from "./use-evidence.ts";

const named = 3;

/** What became of the run and what its audit says, side by side and never merged. */
export function RunBanner({ runId, evidence }: { runId: string; evidence: Evidence }) {
  const { audit, status, claims, sources } = evidence;
  // Those that the badge counts.
  const telling = (audit?.findings ?? []).filter(({ severity }, _, all) => severity === (all.some((one) => one.severity === "error") ? "error" : "warning"));
  const open = audit === null ? null : whyInconclusive(audit.result, evidence.report);
  const labelOf = (id: string) => claims.find((claim) => claim.id === id)?.label ?? id;
  const pathOf = (id: string) => sources.find((source) => source.id === id)?.path.split("/").at(-1) ?? "a source";
  return (
    <section className={classes.banner} data-result={audit?.result ?? "none"} aria-label="Run and audit">
      <StatusMark status={status}>Run {status}</StatusMark>
      <span className={classes.line} aria-hidden="true" />
      <AuditBadge result={audit?.result ?? null} isPlain {...(audit === null ? {} : { detail: worstCount(audit)?.words })} />
      {open !== null && <p className={classes.open}>{open}</p>}
      <ul className={classes.findings}>
        {telling.slice(0, named).map(({ ruleId, target, message }) => (
          <li key={`${ruleId} ${message}`} title={message}>
            <Link href={target.type === "claim" ? runAddress(runId, { tab: "report", claim: target.id }) : runAddress(runId, { tab: "audit" })}>
              <code>{ruleName(ruleId)}</code>
            </Link>
            {target.type === "claim" && ` on ${labelOf(target.id)}`}
            {target.type === "source" && ` on ${pathOf(target.id)}`}
            {target.type === "requirement" && ` on ${target.id.toUpperCase()}`}
          </li>
        ))}
        {telling.length > named && <li>and {telling.length - named} more</li>}
      </ul>
      <Button size="xs" component={Link} href={runAddress(runId, { tab: "audit" })}>
        Open audit
      </Button>
    </section>
  );
}
