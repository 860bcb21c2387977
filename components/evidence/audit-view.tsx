"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { IconCircleCheck, IconHelpCircle, IconMinus } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import type { AuditFinding } from "../../core/evidence/audit-finding.ts";
import { auditRules } from "../../core/evidence/audit-run.ts";
import { whyInconclusive } from "../../core/evidence/why-inconclusive.ts";
import { isEnded, type RunStatus } from "../../core/run/run-status.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { Box, BoxBody } from "../parts/box.tsx";
import { severityIcons } from "../parts/finding-frame.tsx";
import { spanText } from "../parts/number-text.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useRun } from "../runs/run-context.tsx";
import { useAcknowledge } from "../runs/use-acknowledge.ts";
import { toastApiFailure, toastDone, toastFailed } from "../shell/toast.tsx";
import { AuditFindingCard } from "./audit-finding-card.tsx";
import { worstCount, worstFindingsFirst } from "./audit-words.ts";
import classes from "./audit-view.module.css";
import { EvidenceState } from "./evidence-state.tsx";
import { ItemTable } from "./item-table.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import type { Evidence } from "./use-evidence.ts";

/** The audit of a run: what the verifiers verified, what was declared beside what was used, and what is wrong with the result. */
export function AuditView({ runId, status }: { runId: string; status: RunStatus }) {
  return (
    <EvidenceState runId={runId} status={status}>
      {(evidence) => (
        <div className={classes.page}>
          <div className={classes.main}>
            <MatrixTable runId={runId} evidence={evidence} />
            <LedgerTable evidence={evidence} />
            <ItemTable runId={runId} evidence={evidence} />
          </div>
          <div className={classes.side}>
            <ResultBox runId={runId} evidence={evidence} />
            <ChecksBox evidence={evidence} />
          </div>
        </div>
      )}
    </EvidenceState>
  );
}

function ResultBox({ runId, evidence }: { runId: string; evidence: Evidence }) {
  const { audit, status } = evidence;
  const open = audit === null ? null : whyInconclusive(audit.result, evidence.report);
  return (
    <Box title="Result" action={<AuditAgain runId={runId} status={status} />}>
      <BoxBody>
        <p className={classes.words}>
          <StatusMark status={status} isTinted>
            Run {status}
          </StatusMark>
          <AuditBadge result={audit?.result ?? null} {...(audit === null ? {} : { detail: worstCount(audit)?.words })} />
        </p>
        {audit === null ? (
          <p className={classes.quiet}>{isEnded(status) ? "The audit is being made." : "The audit is made when the run ends."}</p>
        ) : (
          <>
            <p className={classes.quiet}>
              Audited by {audit.madeByName} <RelativeTime at={audit.createdAt} />, in {audit.durationMs < 100 ? "under 0.1 s" : spanText(audit.durationMs)}
            </p>
            {(status === "failed" || audit.result === "failed") && <Acknowledged runId={runId} acknowledged={evidence.acknowledged} />}
            {open !== null && (
              <p className={classes.open}>
                <IconHelpCircle size={16} stroke={1.75} aria-hidden="true" />
                {open}
              </p>
            )}
            {audit.result === "passed" && audit.findings.length === 0 && (
              <p className={classes.good}>
                <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
                No rule has anything to say against this result.
              </p>
            )}
            <div className={classes.findings}>
              {worstFindingsFirst(audit.findings).map((finding) => (
                <AuditFindingCard key={`${finding.ruleId} ${finding.message}`} runId={runId} finding={finding} evidence={evidence} />
              ))}
            </div>
          </>
        )}
      </BoxBody>
    </Box>
  );
}

/** Who has seen that it failed; until then it stands in the inbox of whoever started it. */
function Acknowledged({ runId, acknowledged }: { runId: string; acknowledged: Evidence["acknowledged"] }) {
  const { startedById, startedByName } = useRun().run;
  const me = useSignedInMember();
  const seen = useAcknowledge(runId);
  if (acknowledged !== null) {
    return (
      <p className={classes.quiet}>
        Acknowledged by <bdi>{acknowledged.byName}</bdi> <RelativeTime at={acknowledged.at} />
      </p>
    );
  }
  if (seen === null) return <p className={classes.quiet}>Nobody acknowledged it yet.</p>;
  return (
    <div className={`${classes.quiet} ${classes.seen}`}>
      <p>
        {startedById === null ? (
          "Nobody acknowledged it yet."
        ) : (
          <>
            It stands in {startedById === me.id ? "your inbox" : <bdi>{startedByName}’s inbox</bdi>} until somebody acknowledges it.
          </>
        )}
      </p>
      <Button size="xs" variant="default" loading={seen.isSending} onClick={seen.acknowledge}>
        Acknowledge
      </Button>
    </div>
  );
}

/** Every check with what came of it: silence of one that didn't run is no consent. */
function ChecksBox({ evidence: { audit } }: { evidence: Evidence }) {
  if (audit === null) return null;
  const reasons = Map.groupBy(audit.notRun, ({ reason }) => reason);
  const seeksOf = (ruleId: string) => auditRules.find(({ id }) => id === ruleId)?.seeks.toLowerCase() ?? ruleId;
  return (
    <Box title="Checks" aside={`${auditRules.length - audit.notRun.length} of ${auditRules.length} ran`}>
      <BoxBody>
        <ul className={classes.checks}>
          {auditRules.map(({ id, seeks }) => (
            <Check key={id} seeks={seeks} found={audit.findings.filter(({ ruleId }) => ruleId === id)} hasRun={!audit.notRun.some(({ ruleId }) => ruleId === id)} />
          ))}
          {[...reasons].map(([reason, rules]) => (
            <li key={reason} className={classes.reason}>
              Not run, as {reason}
              {reasons.size > 1 && `: ${rules.map(({ ruleId }) => seeksOf(ruleId)).join(", ")}`}.
            </li>
          ))}
        </ul>
      </BoxBody>
    </Box>
  );
}

function Check({ seeks, found, hasRun }: { seeks: string; found: readonly AuditFinding[]; hasRun: boolean }) {
  const [worst] = worstFindingsFirst(found);
  const Mark = !hasRun ? IconMinus : worst === undefined ? IconCircleCheck : severityIcons[worst.severity];
  return (
    <li data-outcome={hasRun ? (worst?.severity ?? "none") : "not-run"}>
      <Mark size={14} stroke={1.9} aria-hidden="true" />
      <span>{seeks}</span>
      <b>{!hasRun ? "not run" : found.length === 0 ? "none" : found.length}</b>
    </li>
  );
}

function AuditAgain({ runId, status }: { runId: string; status: RunStatus }) {
  const api = useApi();
  const me = useSignedInMember();
  const queryClient = useQueryClient();
  const again = useMutation(
    api.evidence.auditAgain.mutationOptions({
      onSuccess: (outcome) => {
        void queryClient.invalidateQueries({ queryKey: api.evidence.get.queryKey({ runId }) });
        if (outcome.ok) toastDone("Audited again.");
        else toastFailed("Not audited", outcome.reason === "not-found" ? "There is no such run any more." : "The run goes on: it is audited when it ends.");
      },
      onError: (error) => toastApiFailure(error, () => again.mutate({ runId })),
    }),
  );
  if (!mayRole(me.role, "run-control") || !isEnded(status)) return null;
  return (
    <Button size="xs" loading={again.isPending} onClick={() => again.mutate({ runId })}>
      Audit again
    </Button>
  );
}
