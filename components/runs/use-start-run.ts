"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../shell/api.ts";
import { useCarefulNavigation } from "../shell/careful-navigation.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";

/** Starts the run that an approval allows, or finds the one it already started, and opens it. */
export function useStartRun() {
  const api = useApi();
  const queryClient = useQueryClient();
  const go = useCarefulNavigation();
  const { send, isSending } = useSend(
    api.runs.start.mutationOptions({
      onSuccess: (outcome) => {
        void queryClient.invalidateQueries({ queryKey: api.runs.pathKey() });
        if (outcome.ok) return go(`/runs/${outcome.runId}`);
        toastFailed("It can’t be run", refusalWords(outcome));
      },
    }),
  );
  return { start: (approval: { workflowId: string; decisionId: string }) => send(approval), isSending };
}

function refusalWords(outcome: { reason: string; differences?: readonly string[]; given?: number; needed?: number }): string {
  if (outcome.reason === "changed") return `What would run now is not what was approved: ${(outcome.differences ?? []).join("; ")}. Look at it again and approve it anew.`;
  if (outcome.reason === "not-approved") return "The newest decision on this revision is no approval. Reload the page to see it.";
  if (outcome.reason === "approvals-missing") return `It has ${outcome.given ?? 0} of the ${outcome.needed ?? 1} approvals that the policy asks for. Somebody else has to approve it too.`;
  if (outcome.reason === "not-found") return "This workflow is no longer there.";
  return "This plan holds a step that this version can’t run yet. The findings name it.";
}
