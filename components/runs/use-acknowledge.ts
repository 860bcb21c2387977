"use client";

import { useQueryClient } from "@tanstack/react-query";
import { mayRole } from "../../core/access/permission.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";

/** Says that somebody has seen how a run failed; null for a member who may not. */
export function useAcknowledge(runId: string): { acknowledge: () => void; isSending: boolean } | null {
  const api = useApi();
  const me = useSignedInMember();
  const queryClient = useQueryClient();
  const { send, isSending } = useSend(
    api.runs.acknowledge.mutationOptions({
      onSuccess: (outcome: { ok: boolean }) => {
        void queryClient.invalidateQueries({ queryKey: api.runs.inNeed.queryKey() });
        void queryClient.invalidateQueries({ queryKey: api.evidence.get.queryKey({ runId }) });
        if (outcome.ok) toastDone("Acknowledged. It is off everybody’s list of what needs them.");
        else toastFailed("Not acknowledged", "The run goes on meanwhile, or its audit came to something else. Nothing was changed.");
      },
    }),
  );
  return mayRole(me.role, "run-control") ? { acknowledge: () => send({ runId }), isSending } : null;
}
