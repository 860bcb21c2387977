"use client";

import { Button, Modal, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconPencilCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import type { DecisionVerdict } from "../../core/review/approval-statement.ts";
import { mayRole } from "../../core/access/permission.ts";
import { manifestDifferences } from "../../core/review/manifest-differences.ts";
import { isAbout } from "../../core/review/waiver.ts";
import { useStartRun } from "../runs/use-start-run.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useApi } from "../shell/api.ts";
import { useKeptValue } from "../shell/kept-value.ts";
import { toastDone } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { FormRefusal } from "../people/form-refusal.tsx";
import type { Reviewed } from "./approval-bar.tsx";
import classes from "./decision-dialog.module.css";
import { SinceApproval } from "./since-approval.tsx";
import { ProjectionFigures } from "./projection-figures.tsx";
import { useReadingLog } from "./reading-log.tsx";
import { unusualThings } from "./unusual-thing.ts";
import { useWaiverDesk } from "./waiver-desk.tsx";

interface DecisionDialogProps {
  kind: "approve" | "refuse";
  reviewed: Reviewed;
  isOpen: boolean;
  onClose(): void;
}

const doneWords: Record<DecisionVerdict, string> = {
  approved: "Approved",
  rejected: "Rejected",
  "changes-requested": "Asked for changes to",
};

const reasonSchema = z.string().max(4_000);

/** The last look before a decision: what is unusual first, then the numbers, then the reason. */
export function DecisionDialog({ kind, reviewed, isOpen, onClose }: DecisionDialogProps) {
  const title = kind === "approve" ? `Approve revision ${reviewed.revision}` : `Send revision ${reviewed.revision} back`;
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={520} closeButtonProps={{ "aria-label": "Close" }}>
      <DecisionForm kind={kind} reviewed={reviewed} onClose={onClose} />
    </Modal>
  );
}

function DecisionForm({ kind, reviewed, onClose }: Omit<DecisionDialogProps, "isOpen">) {
  const api = useApi();
  const queryClient = useQueryClient();
  const me = useSignedInMember();
  const mayRun = mayRole(me.role, "run-start");
  const { value: reason, change: setReason, forget: forgetReason } = useKeptValue(`reason.${reviewed.workflowId}.${kind}`, reasonSchema, "");
  const [refused, setRefused] = useState<string | null>(null);
  const { workflowId, revision } = reviewed;
  // What is decided on is what stood here when the dialog opened, until the person says that they have looked at the newer.
  const [shown, setShown] = useState({ manifest: reviewed.manifest, digest: reviewed.manifestDigest });
  const changedWords = shown.digest === reviewed.manifestDigest ? null : manifestDifferences(shown.manifest, reviewed.manifest).join(" ");
  const desk = useWaiverDesk();
  const log = useReadingLog();
  const waived = reviewed.report.findings.flatMap((finding) => {
    const waiver = desk?.waivers.find((each) => isAbout(each, finding));
    return waiver === undefined || finding.severity !== "error" ? [] : [{ ...waiver, message: finding.message }];
  });
  // Of a round that a run used up nothing is left for the next one.
  const isLast = reviewed.missingApprovals <= 1;
  const [isToRun, setToRun] = useState(false);
  const { start } = useStartRun();
  const { send, isSending } = useSend(
    api.workflows.decide.mutationOptions({
      onSuccess: async (outcome, { verdict }) => {
        await queryClient.invalidateQueries({ queryKey: api.workflows.pathKey() });
        if (!outcome.ok) return setRefused(refusalWords(outcome, revision));
        toastDone(outcome.isRepeated ? `You had approved revision ${revision} already: it counts once.` : `${doneWords[verdict]} revision ${revision}.${missingWords(verdict, outcome.missingApprovals)}`);
        forgetReason();
        if (verdict === "approved") desk?.forget();
        onClose();
        if (isToRun && outcome.missingApprovals === 0) start({ workflowId, decisionId: outcome.decisionId });
      },
    }),
  );
  const isOvertaken = reviewed.meanwhile !== null || changedWords !== null;
  const decide = (verdict: DecisionVerdict) => {
    if (isOvertaken) return;
    setRefused(null);
    if (verdict !== "approved" && reason.trim() === "") return setRefused("Say why: the author reads this and nothing else.");
    send({ workflowId, manifestDigest: shown.digest, verdict, reason, opened: log?.read() ?? {}, waivers: verdict === "approved" ? waived.map(({ message: _, ...waiver }) => waiver) : [] });
  };
  const { findings } = reviewed.report;
  const unusual = unusualThings({ ...reviewed, tools: reviewed.manifest.tools, report: { ...reviewed.report, findings: findings.filter((finding) => !waived.some((waiver) => isAbout(waiver, finding))) } });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setToRun(kind === "approve" && mayRun && isLast);
        decide(kind === "approve" ? "approved" : "changes-requested");
      }}
    >
      <p className={classes.about}>
        You decide on what is shown here, definition <code>{reviewed.definitionDigest.slice(0, 8)}</code>, for this run only.
      </p>
      {reviewed.meanwhile !== null && <FormRefusal>{reviewed.meanwhile} Nothing can be decided on revision {revision} any more: close this, open the newest and look again. What you wrote is kept.</FormRefusal>}
      {reviewed.meanwhile === null && changedWords !== null && (
        <FormRefusal>
          This has changed since you opened it: {changedWords}{" "}
          <Button
            size="xs"
            onClick={() => {
              setShown({ manifest: reviewed.manifest, digest: reviewed.manifestDigest });
              setRefused(null);
            }}
          >
            I have seen it
          </Button>
        </FormRefusal>
      )}
      {unusual.length > 0 && (
        <section className={classes.unusual} aria-label="Unusual first">
          <h3>Unusual first</h3>
          <ul>
            {unusual.map((thing) => (
              <li key={thing}>
                <IconAlertTriangle size={14} stroke={1.9} aria-hidden="true" />
                {thing}
              </li>
            ))}
          </ul>
        </section>
      )}
      {kind === "approve" && waived.length > 0 && (
        <section className={classes.unusual} aria-label="Waived by you">
          <h3>Waived by you</h3>
          <ul>
            {waived.map(({ ruleId, target, message, reason: why }) => (
              <li key={`${ruleId} ${target}`}>
                <IconPencilCheck size={14} stroke={1.9} aria-hidden="true" />
                <span>
                  {message} <strong>{why}</strong>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {reviewed.earlierApproval !== null && <SinceApproval workflowId={workflowId} earlier={reviewed.earlierApproval} revision={revision} graph={reviewed.graph} manifest={reviewed.manifest} />}
      <ProjectionFigures graph={reviewed.graph} brief={reviewed.brief} examined={reviewed.examined} pastRuns={reviewed.pastRuns} />
      <Textarea
        label="Reason"
        placeholder={kind === "approve" ? "Kept with the approval, optional" : "What has to change"}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
        data-autofocus
      />
      {refused !== null && <FormRefusal>{refused}</FormRefusal>}
      <div className={classes.actions}>
        {kind === "refuse" && (
          <Button size="md" data-danger onClick={() => decide("rejected")} disabled={isSending || isOvertaken}>
            Reject
          </Button>
        )}
        {kind === "approve" && mayRun && isLast && (
          <Button
            size="md"
            disabled={isSending || isOvertaken}
            onClick={() => {
              setToRun(false);
              decide("approved");
            }}
          >
            Approve only
          </Button>
        )}
        <Button size="md" variant="filled" type="submit" loading={isSending} disabled={isOvertaken}>
          {kind === "refuse" ? "Request changes" : mayRun && isLast ? `Approve revision ${revision} and run` : `Approve revision ${revision}`}
        </Button>
      </div>
    </form>
  );
}

function missingWords(verdict: DecisionVerdict, missing: number): string {
  if (verdict !== "approved" || missing === 0) return "";
  return missing === 1 ? " It needs one more approval before it can run." : ` It needs ${missing} more approvals before it can run.`;
}

function refusalWords(outcome: { reason: string; newestRevision?: number; count?: number }, revision: number): string {
  switch (outcome.reason) {
    case "outdated":
      return outcome.newestRevision === revision
        ? "Nothing was decided: a model, a tool, the policy or what the checks say has changed. Look at what is said above, then decide again."
        : `Nothing was decided: revision ${outcome.newestRevision ?? "?"} is the newest by now. Open it, look again, then decide.`;
    case "errors":
      return `There are ${outcome.count ?? "some"} errors in this revision. Nothing was decided. Fix them first.`;
    case "waiver-unfounded":
    case "waiver-not-allowed":
      return "One of the errors can’t be waived by you, or isn’t there any more. Nothing was decided.";
    case "approver-role":
      return "The policy counts the approval of other roles only. Nothing was decided.";
    case "approver-author":
      return "You wrote a part of this plan, and the policy asks for somebody else’s approval. Nothing was decided.";
    case "reason-missing":
      return "Say why: the author reads this and nothing else.";
    default:
      return "This workflow is no longer there. Nothing was decided.";
  }
}
