import { Button } from "@mantine/core";
import Link from "next/link";
import { Fragment } from "react";
import type { AuditFinding } from "../../core/evidence/audit-finding.ts";
import { auditRules } from "../../core/evidence/audit-run.ts";
import { whyInconclusive } from "../../core/evidence/why-inconclusive.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { useRun, useRunSnapshot } from "../runs/run-context.tsx";
import { waitTitle } from "../runs/wait-text.ts";
import { ruleWords, worstCount } from "./audit-words.ts";
import { runAddress } from "./run-address.ts";
import classes from "./run-banner.module.css";
import type { Evidence } from "./use-evidence.ts";

/** So many rules are named, each with so many of its findings. */
const named = 3;
const namedEach = 4;

/** How the run stands and what its audit says, side by side and never merged; why, as far as one line holds it. */
export function RunBanner({ runId, evidence }: { runId: string; evidence: Evidence }) {
  const { audit, status } = evidence;
  return (
    <section className={classes.banner} data-result={audit?.result ?? "none"} aria-label="Run and audit">
      <span className={classes.words}>
        <StatusMark status={status}>Run {status}</StatusMark>
        <span className={classes.line} aria-hidden="true" />
        <AuditBadge result={audit?.result ?? null} isPlain {...(audit === null ? {} : { detail: worstCount(audit)?.words })} />
      </span>
      {audit !== null && <Why runId={runId} evidence={evidence} audit={audit} />}
      {audit === null && isEnded(status) && <p className={classes.why}>The audit is being made.</p>}
      {audit === null && !isEnded(status) && <StillGoingOn runId={runId} />}
      <Button size="xs" component={Link} href={runAddress(runId, { tab: "audit" })}>
        Open audit
      </Button>
    </section>
  );
}

/** What a report lacks that is there before its run has ended, and what the run waits for. */
function StillGoingOn({ runId }: { runId: string }) {
  const { graph } = useRun();
  const { openWaits } = useRunSnapshot().state;
  return (
    <p className={classes.why}>
      The report is audited when the run ends.
      {openWaits.length > 0 && (
        <>
          {" "}
          The run waits: <Link href={runAddress(runId, { tab: "decide" })}>{openWaits.map(({ wait }) => waitTitle(wait, graph)).join("; ")}</Link>
        </>
      )}
    </p>
  );
}

/** One finding in full, several by their rules and what each is about. */
function Why({ runId, evidence: { report, claims, sources }, audit }: { runId: string; evidence: Evidence; audit: NonNullable<Evidence["audit"]> }) {
  const open = whyInconclusive(audit.result, report);
  if (open !== null) return <p className={classes.why}>{open}</p>;
  // Those that the badge counts.
  const worst = worstCount(audit)?.severity;
  const telling = audit.findings.filter(({ severity }) => severity === worst);
  if (telling.length === 0) return <p className={classes.why}>{auditRules.length - audit.notRun.length} checks ran, and none has anything against this result.</p>;
  const [only] = telling;
  if (telling.length === 1) return <p className={classes.why}>{only?.message}</p>;
  const nameOf = ({ target }: AuditFinding) => {
    if (target.type === "claim") return claims.find(({ id }) => id === target.id)?.label ?? target.id;
    if (target.type === "source") return sources.find(({ id }) => id === target.id)?.path.split("/").at(-1) ?? "a source";
    return target.type === "requirement" ? target.id.toUpperCase() : "";
  };
  const rules = [...Map.groupBy(telling, ({ ruleId }) => ruleId)];
  const more = rules.slice(named).reduce((sum, [, found]) => sum + found.length, 0);
  return (
    <ul className={classes.findings}>
      {rules.slice(0, named).map(([ruleId, found]) => {
        const [...about] = Map.groupBy(found.filter((finding) => nameOf(finding) !== ""), nameOf);
        const words = ruleWords(ruleId);
        return (
          <li key={ruleId}>
            {about.length === 0 ? <Link href={runAddress(runId, { tab: "audit" })}>{words}</Link> : `${words}: `}
            {about.slice(0, namedEach).map(([name, findings], index) => (
              <Fragment key={name}>
                {index > 0 && ", "}
                <Link href={addressOf(runId, findings)} title={findings.map(({ message }) => message).join("\n")}>
                  {name}
                </Link>
              </Fragment>
            ))}
            {about.length > namedEach && ` and ${about.length - namedEach} others`}
          </li>
        );
      })}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}

function addressOf(runId: string, [finding]: readonly AuditFinding[]): string {
  return finding?.target.type === "claim" ? runAddress(runId, { tab: "report", claim: finding.target.id }) : runAddress(runId, { tab: "audit" });
}
