"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCircleCheck, IconLock } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import type { Brief } from "../../core/brief/brief.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import type { Surroundings } from "../../core/preflight/surroundings.ts";
import type { ReviewState } from "../../core/review/review-state.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { RunButton } from "../runs/run-button.tsx";
import { Pins } from "../canvas/pins.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./approval-bar.module.css";
import { DecisionDialog } from "./decision-dialog.tsx";
import { worstFirst } from "./finding-list.tsx";
import { ProjectionFigures } from "./projection-figures.tsx";

/** What is decided about: exactly what is on screen, named by its digest. */
export interface Reviewed {
  workflowId: string;
  revision: number;
  manifestDigest: string;
  definitionDigest: string;
  graph: Graph;
  brief: Brief;
  report: PreflightReport;
  surroundings: Surroundings;
}

interface ApprovalBarProps {
  reviewed: Reviewed;
  state: ReviewState;
  /** Of the decision by which it is approved; null while it isn't. */
  approvalId: string | null;
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
export function ApprovalBar({ reviewed, state, approvalId, isChanged, blockedBy }: ApprovalBarProps) {
  const me = useSignedInMember();
  const [isApproving, approval] = useDisclosure(false);
  const [isRefusing, refusal] = useDisclosure(false);
  const { findings } = reviewed.report;
  const errors = findings.filter(({ severity }) => severity === "error");
  const mayDecide = mayRole(me.role, "workflow-decide");
  const reasonOff = reasonAgainst({ mayDecide, blockedBy, errors: errors.length });
  const isOff = reasonOff !== null;
  useKeyBinding({ keys: ["Enter"], mod: true, label: `Approve revision ${reviewed.revision}`, group: "This page", run: () => !isOff && approval.open() });
  const [worst] = worstFirst(findings);
  return (
    <footer className={classes.bar} aria-label="Review">
      <div className={classes.verdict}>
        <p className={classes.state} data-state={isChanged ? undefined : state}>
          {state === "approved" && !isChanged && <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />}
          {isChanged ? "Not saved yet" : stateWords[state]}
          <Pins findings={findings} />
        </p>
        <p className={classes.reason}>{reasonOff ?? worst?.message ?? "Nothing stands in the way."}</p>
      </div>
      <div className={classes.figures}>
        <ProjectionFigures graph={reviewed.graph} brief={reviewed.brief} surroundings={reviewed.surroundings} />
      </div>
      {(mayDecide || approvalId !== null) && (
        <div className={classes.actions}>
          {mayDecide && (
            <>
              <Button size="md" onClick={refusal.open} disabled={blockedBy !== null}>
                Request changes
              </Button>
              <Button
                size="md"
                variant={isOff || approvalId !== null ? "default" : "filled"}
                onClick={approval.open}
                disabled={isOff}
                leftSection={isOff ? <IconLock size={14} stroke={1.9} /> : undefined}
              >
                Approve revision {reviewed.revision}
              </Button>
            </>
          )}
          {approvalId !== null && blockedBy === null && <RunButton workflowId={reviewed.workflowId} decisionId={approvalId} />}
        </div>
      )}
      <DecisionDialog kind="approve" reviewed={reviewed} isOpen={isApproving} onClose={approval.close} />
      <DecisionDialog kind="refuse" reviewed={reviewed} isOpen={isRefusing} onClose={refusal.close} />
    </footer>
  );
}

function reasonAgainst({ mayDecide, blockedBy, errors }: { mayDecide: boolean; blockedBy: string | null; errors: number }): string | null {
  if (blockedBy !== null) return blockedBy;
  if (errors > 0) return errors === 1 ? "1 error must be fixed before anybody can approve." : `${errors} errors must be fixed before anybody can approve.`;
  return mayDecide ? null : "A reviewer or an admin decides.";
}
