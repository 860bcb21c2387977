import { actorOf } from "../../core/access/actor.ts";
import type { Member } from "../../core/access/member.ts";
import type { Result } from "../../core/result.ts";
import { digestOf } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";

/** Signs one of the member's own browsers out. */
export async function endSession(
  { store, now }: Pick<Ports, "store" | "now">,
  member: Member,
  { sessionId, isOwnBrowser }: { sessionId: string; isOwnBrowser: boolean },
): Promise<Result<object, "not-found">> {
  const at = now();
  return store.transaction(async (records) => {
    const session = await records.sessions.find(sessionId);
    if (session === null || session.memberId !== member.id) return { ok: false, reason: "not-found" };
    // Two tabs that sign out together end one session once; the second has nothing to audit.
    if (!(await records.sessions.end(sessionId))) return { ok: false, reason: "not-found" };
    const actor = actorOf(member);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "session-end",
        targetType: "session",
        targetId: sessionId,
        summary: isOwnBrowser ? "Signed out" : "Signed out another browser of theirs",
        beforeDigest: digestOf({ id: session.id, memberId: session.memberId }),
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}
