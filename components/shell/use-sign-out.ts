import { useApi } from "./api.ts";
import { useSend } from "./use-send.ts";

/** @returns a function that ends this session and opens the sign-in page */
export function useSignOut(): () => void {
  const api = useApi();
  const { send } = useSend(
    api.session.signOut.mutationOptions({
      // A whole new page: nothing that this member saw stays in memory for the next one.
      onSuccess: () => window.location.assign("/sign-in"),
    }),
  );
  return () => send();
}
