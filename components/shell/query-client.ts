import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { apiFailure } from "./api-failure.ts";
import { signInPath } from "./sign-in-path.ts";
import { toastApiFailure, toastSignedOut } from "./toast.tsx";
import { hasUnsavedText } from "./unsaved-text.ts";

/**
 * React Query with one answer to failure for every screen: a lost session leads to sign-in unless typed text would be
 * lost, a failed mutation is told with a way to send it again, a failed query is told by the screen that asked.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Ask even when the browser believes it is offline: the server may be this very machine.
        networkMode: "always",
        retry: (count, error) => count < 2 && mayRetry(error),
      },
      mutations: { retry: false, networkMode: "always" },
    },
    queryCache: new QueryCache({
      onError: (error) => {
        if (apiFailure(error) === "signed-out") leaveOrTell();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, variables, _result, mutation) => {
        if (apiFailure(error) === "signed-out") leaveOrTell();
        // The rejection of a second try comes back through this same callback.
        else toastApiFailure(error, () => void mutation.execute(variables).catch(() => undefined));
      },
    }),
  });
}

function mayRetry(error: unknown): boolean {
  const failure = apiFailure(error);
  return failure === "unreachable" || failure === "broken";
}

function leaveOrTell(): void {
  if (hasUnsavedText()) toastSignedOut();
  else window.location.assign(signInPath());
}
