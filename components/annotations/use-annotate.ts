"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";

type Refusal = Extract<ApiOutput["annotations"]["add"], { ok: false }>["reason"];

const refusalWords: Record<Refusal, string> = {
  "not-found": "This plan, or this thread, is no longer there. What you wrote is kept in this browser.",
  "target-gone": "Others don’t see this part yet, or no longer: save your changes first, then send the comment. It is kept in this browser.",
  "not-yours": "Only whoever wrote a comment can change it.",
  "taken-back": "You deleted this comment already, in another tab.",
  "too-many": "This plan holds as many comments as a plan may. Yours is kept in this browser.",
};

/** Ways to send what was said; what was refused is told and stays where it was typed. */
export function useAnnotate(workflowId: string, onSent?: () => void) {
  const api = useApi();
  const queryClient = useQueryClient();
  const outcome = {
    onSuccess: async (said: ApiOutput["annotations"]["add"]) => {
      if (!said.ok) return toastFailed("The comment was not sent", refusalWords[said.reason]);
      await queryClient.invalidateQueries({ queryKey: api.annotations.list.queryKey({ workflowId }) });
      void queryClient.invalidateQueries({ queryKey: api.annotations.mine.queryKey() });
      onSent?.();
    },
  };
  const adding = useSend(api.annotations.add.mutationOptions(outcome));
  const answering = useSend(api.annotations.answer.mutationOptions(outcome));
  const changing = useSend(api.annotations.change.mutationOptions(outcome));
  const resolving = useSend(api.annotations.resolve.mutationOptions({ onSuccess: async (said) => outcome.onSuccess(said) }));
  return { add: adding.send, answer: answering.send, change: changing.send, resolve: resolving.send, isSending: adding.isSending || answering.isSending || changing.isSending, isResolving: resolving.isSending };
}
