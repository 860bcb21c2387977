"use client";

import { Button, Loader } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import { isPlanOpen, type PlanStatus } from "../../core/workflow/plan-status.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { planCallText } from "../review/planning-text.ts";
import { useApi } from "../shell/api.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import classes from "./proposal-panel.module.css";
import type { WrittenProposal } from "./proposal-panel.tsx";

const words: Record<PlanStatus, string> = {
  pending: "Waiting for the model",
  writing: "The model is writing",
  finished: "",
  kept: "",
  canceled: "Canceled: what was proposed until then is still here.",
  interrupted: "Interrupted: what was proposed until then is still here.",
  failed: "The model could not go on.",
};

/** Who asked for what, how the writing stands, and what one can do about it. */
export function ProposalStatus({ written, mayRevise }: { written: WrittenProposal; mayRevise: boolean }) {
  const { asked, proposal, createdAt } = written;
  const { status, reason, ghost, changes, calls } = proposal;
  const proposalId = asked.planId;
  const api = useApi();
  const queryClient = useQueryClient();
  const answer = {
    onSuccess: async (outcome: { ok: boolean }) => {
      if (!outcome.ok) toastFailed("That is not possible any more", "The proposal’s state changed meanwhile. The page shows how it stands now.");
      await queryClient.invalidateQueries({ queryKey: api.proposals.read.queryKey({ proposalId }) });
    },
  };
  const cancel = useSend(api.workflows.cancelPlan.mutationOptions(answer));
  const resume = useSend(api.workflows.resumePlan.mutationOptions(answer));
  const isWriting = isPlanOpen(status);
  const isBroken = !isWriting && words[status] !== "";
  return (
    <div className={classes.status} data-broken={isBroken || undefined}>
      <p className={classes.meta}>
        <bdi>{asked.askedByName}</bdi> asked <RelativeTime at={createdAt} /> about {pointsText(asked.points)}
        {asked.nodeIds.length > 0 && `, for ${asked.nodeIds.length === 1 ? "1 step" : `${asked.nodeIds.length} steps`} only`}, on revision {asked.revision}.
        {asked.leftOut > 0 && ` ${asked.leftOut} more findings had no room: ask again once these are settled.`}
      </p>
      {(isWriting || isBroken) && (
        <div className={classes.line} role="status">
          {isWriting ? <Loader size={14} aria-hidden="true" /> : <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />}
          <p>
            {reason ?? words[status]}
            {isWriting && (changes.length === 0 ? " …" : `, ${changes.length === 1 ? "1 change" : `${changes.length} changes`} so far …`)}
            {ghost !== null && isWriting && ` Now: ${ghost.title}`}
            {reason !== null && changes.length > 0 && " What was proposed until then is still here."}
          </p>
          {mayRevise && isWriting && (
            <Button size="xs" onClick={() => cancel.send({ planId: proposalId })} loading={cancel.isSending}>
              Cancel
            </Button>
          )}
          {mayRevise && isBroken && (
            <Button size="xs" onClick={() => resume.send({ planId: proposalId })} loading={resume.isSending}>
              Resume
            </Button>
          )}
        </div>
      )}
      {!isWriting && calls.length > 0 && (
        <details className={classes.calls}>
          <summary>{calls.at(-1)?.model}</summary>
          <ul>
            {calls.map((call, index) => (
              // Calls have no ids: their place in the log tells them apart.
              <li key={`${index} ${call.model}`}>
                <code>{call.model}</code> {planCallText(call)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function pointsText(points: WrittenProposal["asked"]["points"]): string {
  const count = (type: string) => points.filter((point) => point.type === type).length;
  const parts = [
    [count("remark"), "comment"],
    [count("finding"), "finding"],
    [count("wish"), "wish"],
  ] as const;
  return parts.flatMap(([number, noun]) => (number === 0 ? [] : [`${number} ${noun === "wish" && number > 1 ? "wishe" : noun}${number === 1 ? "" : "s"}`])).join(" and ");
}
