import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
import superjson from "superjson";
import type { AppRouter } from "../../server/api/router.ts";
import type { Resident } from "./resident.ts";

/** A real client that is signed in. Its EventSource comes back at once, as a server may ask of any, instead of after three seconds. */
export function createHastyClient(origin: string, { cookies }: Pick<Resident, "cookies">) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const url = `${origin}/api/trpc`;
  const HastyEventSource = class extends EventSource {
    constructor(address: string | URL) {
      super(address, {
        fetch: async (target, init) => {
          const response = await fetch(target, { ...init, headers: { ...init.headers, cookie } });
          if (response.body === null) return response;
          const hurry = new TransformStream<Uint8Array, Uint8Array>({
            start: (controller) => controller.enqueue(new TextEncoder().encode("retry: 1\n\n")),
          });
          const { url: from, status, redirected, headers } = response;
          return { body: response.body.pipeThrough(hurry), url: from, status, redirected, headers };
        },
      });
    }
  };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url, transformer: superjson, EventSource: HastyEventSource }),
        false: httpLink({ url, transformer: superjson, headers: { cookie } }),
      }),
    ],
  });
}
