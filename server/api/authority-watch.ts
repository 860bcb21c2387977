import "server-only";
import type { Context } from "./context.ts";

type CurrentSession = NonNullable<Context["session"]>;

/** Why a stream may not simply go on: nobody is signed in any more, or what they may read has to be decided anew. */
type AuthorityLoss = "signed-out" | "changed";

/**
 * Asks again and again who somebody is, for answers that outlive the question. A stream that was allowed to start
 * must not go on for a member who was deactivated, signed out elsewhere or given another role.
 *
 * @param current asks the database.
 * @param signal ends the watch.
 * @returns a signal that is raised with an `AuthorityLoss`, or with the error when the database couldn't be asked.
 */
export function watchAuthority(
  known: CurrentSession,
  current: () => Promise<CurrentSession | null>,
  everyMs: number,
  signal: AbortSignal,
): AbortSignal {
  const loss = new AbortController();
  const lose = (reason: unknown): void => {
    clearInterval(timer);
    loss.abort(reason);
  };
  const ask = async (): Promise<void> => {
    const now = await current();
    if (now?.sessionId !== known.sessionId) lose("signed-out" satisfies AuthorityLoss);
    else if (now.member.role !== known.member.role) lose("changed" satisfies AuthorityLoss);
  };
  const timer = setInterval(() => void ask().catch(lose), everyMs);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  return loss.signal;
}
