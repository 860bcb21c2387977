"use client";

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { PlanSoFar } from "../../core/workflow/fold-plan.ts";
import { isPlanOpen, type PlanStatus } from "../../core/workflow/plan-status.ts";
import { useApi } from "../shell/api.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import classes from "./plan-bar.module.css";
import { planningText } from "./planning-text.ts";

const words: Record<PlanStatus, string> = {
  pending: "Waiting for the planner",
  writing: "The planner is writing",
  finished: "Finished",
  kept: "Kept",
  canceled: "Canceled: what was written is still here",
  interrupted: "Interrupted: what was written is still here",
  failed: "The planner could not go on: what was written is still here",
};

/** Below a plan that is no revision yet: how the writing stands, and what one can do about it. */
export function PlanBar({ planId, plan, mayWrite }: { planId: string; plan: PlanSoFar; mayWrite: boolean }) {
  const { graph, ghost, refused, calls, status, reason } = plan;
  const api = useApi();
  const queryClient = useQueryClient();
  const answer = {
    onSuccess: async (outcome: { ok: true } | { ok: false; reason: string }) => {
      if (!outcome.ok) toastFailed("That is not possible any more", outcome.reason === "empty" ? "Nothing was written yet that could be kept." : "The plan’s state changed meanwhile. The page shows how it stands now.");
      await queryClient.invalidateQueries({ queryKey: api.workflows.pathKey() });
    },
  };
  const cancel = useSend(api.workflows.cancelPlan.mutationOptions(answer));
  const resume = useSend(api.workflows.resumePlan.mutationOptions(answer));
  const keep = useSend(api.workflows.keepPlan.mutationOptions(answer));
  const count = graph.nodes.length;
  const isOpen = isPlanOpen(status);
  return (
    <footer className={classes.bar} aria-label="Planner">
      <div className={classes.words}>
        <p className={classes.status} data-writing={isOpen || undefined}>
          <span className={classes.dot} aria-hidden="true" />
          {status === "failed" && count === 0 ? "The planner could not begin" : words[status]}
          {ghost !== null && isOpen && <span className={classes.ghost}>{ghost.title}</span>}
        </p>
        <p className={classes.facts}>
          {count === 1 ? "1 node" : `${count} nodes`}, {graph.edges.length === 1 ? "1 edge" : `${graph.edges.length} edges`}
          {refused.length > 0 && `, ${refused.length} refused (see History)`}
          {calls.some(({ usage }) => usage !== null) && `, ${planningText(calls)}`}
          {reason !== null && `. ${reason}`}
        </p>
      </div>
      {mayWrite && isOpen && (
        <Button size="md" onClick={() => cancel.send({ planId })} loading={cancel.isSending}>
          Stop writing
        </Button>
      )}
      {mayWrite && !isOpen && (
        <>
          <Button size="md" onClick={() => keep.send({ planId })} loading={keep.isSending} disabled={count === 0}>
            Keep as revision 1
          </Button>
          <Button size="md" variant="filled" onClick={() => resume.send({ planId })} loading={resume.isSending}>
            Resume
          </Button>
        </>
      )}
    </footer>
  );
}
