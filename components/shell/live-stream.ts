import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink, TRPCClientError, type TRPCClient } from "@trpc/client";
import superjson from "superjson";
import type { AppRouter } from "../../server/api/router.ts";
import type { OpenStream } from "./live-connection.ts";

const answerWithinMs = 3_000;

/** The client of a live hub. @param origin where the server is; a worker has no page to be relative to. */
export function createLiveClient(origin: string): TRPCClient<AppRouter> {
  const url = new URL("/api/trpc", origin).href;
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpLink({ url, transformer: superjson }),
      }),
    ],
  });
}

/**
 * Opens live streams of one session over tRPC's server-sent events. Each is used once: trying again is the connection's
 * business, because EventSource's own retry neither backs off nor may change its topics.
 *
 * @param sessionId the session the tabs belong to; after another sign-in this hub's streams are over.
 */
export function streamOpener(client: TRPCClient<AppRouter>, sessionId: string): OpenStream {
  /** A stream that was refused tells a browser nothing about why; a query does. */
  const isSignedOut = async (): Promise<boolean> => {
    try {
      const { sessionId: now } = await client.session.me.query(undefined, { signal: AbortSignal.timeout(answerWithinMs) });
      return now !== sessionId;
    } catch {
      return false;
    }
  };

  return (positions, { onMessage, onEnd }) => {
    let isOpen = false;
    let isOver = false;
    let isClosed = false;
    const end = async (cause: unknown): Promise<void> => {
      if (isOver) return;
      isOver = true;
      subscription.unsubscribe();
      const isRefused = cause instanceof TRPCClientError && cause.data?.code === "UNAUTHORIZED";
      const signedOut = isRefused || (!isOpen && (await isSignedOut()));
      if (!isClosed) onEnd(signedOut);
    };
    const subscription = client.live.entries.subscribe(
      { topics: Object.fromEntries(positions) },
      {
        onData: ({ data }) => {
          if (isOver) return;
          isOpen = true;
          onMessage(data);
        },
        onError: (cause) => void end(cause),
        onComplete: () => void end(null),
        onConnectionStateChange: ({ state, error }) => {
          if (state === "connecting" && error !== null) void end(error);
        },
      },
    );
    return () => {
      isClosed = true;
      isOver = true;
      subscription.unsubscribe();
    };
  };
}
