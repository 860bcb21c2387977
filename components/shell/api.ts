import type { inferRouterOutputs } from "@trpc/server";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "../../server/api/router.ts";

/** The typed door to the server for every screen: options for React Query, types from the router alone. */
export const { TRPCProvider: ApiContext, useTRPC: useApi, useTRPCClient: useApiClient } = createTRPCContext<AppRouter>();

export type ApiOutput = inferRouterOutputs<AppRouter>;
