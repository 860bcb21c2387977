"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCircleCheck, IconLock } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import type { Brief } from "../../core/brief/brief.ts";
import type { PastRun } from "../../core/preflight/learned-projection.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { blockingErrors } from "../../core/review/waiver.ts";
import type { ApprovalStanding } from "../../core/review/approval-standing.ts";
import type { Manifest } from "../../core/review/manifest.ts";
import type { ReviewState } from "../../core/review/review-state.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { RunButton } from "../runs/run-button.tsx";
import { Pins } from "../canvas/pins.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./approval-bar.module.css";
import { approvalWords, ownApprovalWords } from "./approval-words.ts";
import type { KnownHouse } from "./browser-surroundings.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { worstFirst } from "./finding-list.tsx";
import { ProjectionFigures } from "./projection-figures.tsx";
import type { EarlierApproval } from "./since-approval.tsx";
import { useWaiverDesk } from "./waiver-desk.tsx";

/** What is decided about: exactly what is on screen, named by its digest. */
export interface Reviewed {
  workflowId: string;
  revision: number;
  manifest: Manifest;
  manifestDigest: string;
  definitionDigest: string;
  graph: Graph;
  brief: Brief;
  report: PreflightReport;
  /** What the server knew when it examined the revision. */
  examined: KnownHouse;
  /** What runs of plans of its shape took; none for what is changed since. */
  pastRuns: readonly PastRun[];
  /** The newest approval on any revision; null before the first. */
  earlierApproval: EarlierApproval | null;
  /** What somebody saved since this was opened, in a sentence; null while it is the newest. */
  meanwhile: string | null;
  /** How many people still have to approve, whoever decides among them. */
  missingApprovals: number;
}

interface ApprovalBarProps {
  reviewed: Reviewed;
  standing: ApprovalStanding;
  /** The decision by which it is approved; null while it isn't. */
  approval: { id: string; decidedByName: string; waivers: readonly unknown[] } | null;
  /** Whether what is shown was changed since: then nobody has decided on it. */
  isChanged: boolean;
  /** What must be done before anybody can decide; null when nothing must. */
  blockedBy: string | null;
}

const stateWords: Record<ReviewState, string> = {
  "in-review": "In review",
  approved: "Approved",
  rejected: "Rejected",
  "changes-requested": "Changes requested",
};

/** Below the graph: what stands in the way, what it will use, and the decision. */
export function ApprovalBar({ reviewed, standing, approval, isChanged, blockedBy }: ApprovalBarProps) {
  const me = useSignedInMember();
  const { state } = standing;
  const [isApproving, approving] = useDisclosure(false);
  const [isRefusing, refusing] = useDisclosure(false);
  const { findings } = reviewed.report;
  const waivers = useWaiverDesk()?.waivers ?? [];
  const errors = blockingErrors(findings, waivers);
  const waived = findings.filter(({ severity }) => severity === "error").length - errors.length;
  const mayDecide = mayRole(me.role, "workflow-decide");
  const ownWords = mayDecide && state !== "approved" ? ownApprovalWords(standing, me) : null;
  const reasonOff = reasonAgainst({ mayDecide, blockedBy, errors: errors.length, ownWords });
  const isOff = reasonOff !== null;
  useKeyBinding({ keys: ["Enter"], mod: true, label: `Approve revision ${reviewed.revision}`, group: "This page", run: () => !isOff && approving.open() });
  const [worst] = worstFirst(findings);
  const countWords = blockedBy === null ? approvalWords(standing) : null;
  return (
    <footer className={classes.bar} aria-label="Review">
      <div className={classes.verdict}>
        <p className={classes.state} data-state={isChanged ? undefined : state}>
          {state === "approved" && !isChanged && <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />}
          {isChanged ? "Not saved yet" : stateWords[state]}
          <Pins findings={findings} />
        </p>
        <p className={classes.reason}>{(blockedBy === null && approval !== null ? approvedWords(approval) : reasonOff) ?? (waived > 0 ? waivedWords(waived) : undefined) ?? worst?.message ?? "Nothing stands in the way."}</p>
        {countWords !== null && <p className={classes.count}>{countWords}</p>}
      </div>
      <div className={classes.figures}>
        <ProjectionFigures graph={reviewed.graph} brief={reviewed.brief} examined={reviewed.examined} pastRuns={reviewed.pastRuns} />
      </div>
      {(mayDecide || approval !== null) && (
        <div className={classes.actions}>
          {mayDecide && (
            <>
              <Button size="md" onClick={refusing.open} disabled={blockedBy !== null}>
                Request changes
              </Button>
              <Button
                size="md"
                variant={isOff || approval !== null ? "default" : "filled"}
                onClick={approving.open}
                disabled={isOff}
                leftSection={isOff ? <IconLock size={14} stroke={1.9} /> : undefined}
              >
                Approve revision {reviewed.revision}
              </Button>
            </>
          )}
          {approval !== null && blockedBy === null && <RunButton workflowId={reviewed.workflowId} decisionId={approval.id} />}
        </div>
      )}
      <DecisionDialog kind="approve" reviewed={reviewed} isOpen={isApproving} onClose={approving.close} />
      <DecisionDialog kind="refuse" reviewed={reviewed} isOpen={isRefusing} onClose={refusing.close} />
    </footer>
  );
}

function reasonAgainst({ mayDecide, blockedBy, errors, ownWords }: { mayDecide: boolean; blockedBy: string | null; errors: number; ownWords: string | null }): string | null {
  if (blockedBy !== null) return blockedBy;
  if (errors > 0) return errors === 1 ? "1 error must be fixed or waived before anybody can approve." : `${errors} errors must be fixed or waived before anybody can approve.`;
  return mayDecide ? ownWords : "A reviewer or an admin decides.";
}

const waivedWords = (count: number) => (count === 1 ? "You waive 1 error with a reason: it is part of what you approve." : `You waive ${count} errors with reasons: they are part of what you approve.`);

const approvedWords = ({ decidedByName, waivers }: { decidedByName: string; waivers: readonly unknown[] }) =>
  waivers.length === 0 ? null : `${decidedByName} waived ${waivers.length === 1 ? "1 error" : `${waivers.length} errors`} with the approval; see History.`;
