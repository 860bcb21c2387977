"use client";

import { Button, Loader } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { PlanCall } from "../../core/workflow/plan-entry.ts";
import { isPlanOpen, type PlanStatus } from "../../core/workflow/plan-status.ts";
import { planCallText } from "../review/planning-text.ts";
import { useApi } from "../shell/api.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import classes from "./writing-state.module.css";

const words: Record<PlanStatus, string> = {
  pending: "Waiting for the model",
  writing: "The model is writing",
  finished: "",
  kept: "",
  canceled: "Canceled.",
  interrupted: "Interrupted.",
  failed: "The model could not go on.",
};

interface WritingStateProps {
  planId: string;
  writing: { status: PlanStatus; reason: string | null; calls: readonly PlanCall[] };
  /** What is there of it, in words: while it is written, and once it was broken off. */
  soFar: { now: string; kept: string };
  /** Whether one may cancel and resume it. */
  mayWrite: boolean;
  onChanged(): Promise<void>;
}

/** How something stands that a model writes for people to judge, what it took, and what one can do about it. */
export function WritingState({ planId, writing: { status, reason, calls }, soFar, mayWrite, onChanged }: WritingStateProps) {
  const api = useApi();
  const answer = {
    onSuccess: async (outcome: { ok: boolean }) => {
      if (!outcome.ok) toastFailed("That is not possible any more", "Its state changed meanwhile. The page shows how it stands now.");
      await onChanged();
    },
  };
  const cancel = useSend(api.workflows.cancelPlan.mutationOptions(answer));
  const resume = useSend(api.workflows.resumePlan.mutationOptions(answer));
  const isWriting = isPlanOpen(status);
  const isBroken = !isWriting && words[status] !== "";
  return (
    <>
      {(isWriting || isBroken) && (
        <div className={classes.line} role="status" data-broken={isBroken || undefined}>
          {isWriting ? <Loader size={14} aria-hidden="true" /> : <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />}
          <p>
            {reason ?? words[status]}
            {isWriting ? soFar.now : soFar.kept}
          </p>
          {mayWrite && isWriting && (
            <Button size="xs" onClick={() => cancel.send({ planId })} loading={cancel.isSending}>
              Cancel
            </Button>
          )}
          {mayWrite && isBroken && (
            <Button size="xs" onClick={() => resume.send({ planId })} loading={resume.isSending}>
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
    </>
  );
}
