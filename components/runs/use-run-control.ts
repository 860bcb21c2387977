"use client";

import { useApi } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";

const gone = "It went on meanwhile, or somebody else was quicker. Nothing was changed; what you see is up to date.";

/** Pauses, continues and cancels a run. */
export function useRunControl(runId: string) {
  const api = useApi();
  const told = (done: string) => ({
    onSuccess: (outcome: { ok: boolean }) => (outcome.ok ? toastDone(done) : toastFailed("That can’t be done any more", gone)),
  });
  const pause = useSend(api.runs.pause.mutationOptions(told("Paused. What is in flight ends first.")));
  const resume = useSend(api.runs.continue.mutationOptions(told("It goes on.")));
  const cancel = useSend(api.runs.cancel.mutationOptions(told("Canceled.")));
  return {
    pause: () => pause.send({ runId }),
    resume: () => resume.send({ runId }),
    cancel: (reason: string) => cancel.send({ runId, reason }),
    isSending: pause.isSending || resume.isSending || cancel.isSending,
  };
}

/** Has a failed step tried anew. */
export function useRetryStep(runId: string) {
  const api = useApi();
  const { send, isSending } = useSend(
    api.runs.retryStep.mutationOptions({
      onSuccess: (outcome: { ok: boolean }) => (outcome.ok ? toastDone("It is tried again.") : toastFailed("It can’t be tried again", gone)),
    }),
  );
  return { retry: (stepId: string) => send({ runId, stepId, reason: "" }), isSending };
}
