"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { useState, type ReactNode } from "react";
import superjson from "superjson";
import type { AppRouter } from "../../server/api/router.ts";
import { ApiContext } from "./api.ts";
import { apiPath } from "./early-query.ts";
import { createQueryClient } from "./query-client.ts";

/** Gives every screen below it the typed client and one cache of server data. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ context }) => context.isAlone === true,
          true: httpLink({ url: apiPath, transformer: superjson }),
          false: httpBatchLink({ url: apiPath, transformer: superjson, maxURLLength: 4000 }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext trpcClient={client} queryClient={queryClient}>
        {children}
      </ApiContext>
    </QueryClientProvider>
  );
}
