import "server-only";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { compressAnswer } from "./compress-answer.ts";
import { createContext } from "./context.ts";
import { appRouter } from "./router.ts";

/** Answers one HTTP request for procedures; the HTTP door has checked Host, Origin and size before. */
export async function handleProcedures(request: Request): Promise<Response> {
  const answer = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: ({ req, resHeaders }) => createContext(req.headers, resHeaders),
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") console.error(`${path ?? "a procedure"} failed:`, error.cause ?? error);
    },
    maxBatchSize: 20,
  });
  return compressAnswer(request, answer);
}
