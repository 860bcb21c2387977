import { TRPCClientError } from "@trpc/client";

/** Why a call failed, as far as a person can do something about it. */
export type ApiFailure = "unreachable" | "signed-out" | "forbidden" | "too-large" | "refused" | "broken";

/** Tells what kind of failure a thrown value is; the words for it are in {@link failureText}. */
export function apiFailure(error: unknown): ApiFailure {
  if (!(error instanceof TRPCClientError)) return "broken";
  const code: unknown = error.data?.code;
  // No answer in tRPC's shape: the network, a restarting server, or a proxy's own page.
  if (code === undefined) return "unreachable";
  if (code === "UNAUTHORIZED") return "signed-out";
  if (code === "FORBIDDEN") return "forbidden";
  if (code === "PAYLOAD_TOO_LARGE") return "too-large";
  if (code === "BAD_REQUEST" || code === "NOT_FOUND") return "refused";
  return "broken";
}

/** What happened, and what to do, for each kind of failure. What was typed is kept in all of them. */
export const failureText: Record<ApiFailure, { title: string; message: string }> = {
  unreachable: {
    title: "The server can’t be reached",
    message: "What you typed is kept. Check the connection, then try again.",
  },
  "signed-out": { title: "You are signed out", message: "Sign in again to go on." },
  forbidden: {
    title: "Your role doesn’t allow this",
    message: "Nothing was changed. An admin can change your role under Settings, Members.",
  },
  "too-large": { title: "That is too long to send", message: "Nothing was changed. Make it shorter and try again." },
  refused: { title: "The server refused this", message: "Nothing was changed. Reload the page to see what is current." },
  broken: {
    title: "Something broke on the server",
    message: "It is written to the server’s log. Try again; if it stays, tell whoever runs this installation.",
  },
};
