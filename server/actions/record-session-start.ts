import { digestOf } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";

/** Audits a sign-in, right after better-auth stored the session. */
export async function recordSessionStart(
  { store, now }: Pick<Ports, "store" | "now">,
  session: { id: string; memberId: string },
): Promise<void> {
  const at = now();
  await store.transaction(async (records) => {
    const member = await records.members.find(session.memberId);
    await records.members.setLastSeenAt(session.memberId, at);
    await records.auditLog.append(
      {
        actorId: session.memberId,
        actorName: member?.name ?? "someone",
        action: "session-create",
        targetType: "session",
        targetId: session.id,
        summary: "Signed in",
        beforeDigest: null,
        afterDigest: digestOf({ id: session.id, memberId: session.memberId }),
      },
      at,
    );
  });
}
