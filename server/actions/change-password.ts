import { actorOf } from "../../core/access/actor.ts";
import type { Member } from "../../core/access/member.ts";
import { countAttempt, forgetAttempts } from "./attempt-limit.ts";
import { memberDigest } from "./member-digest.ts";
import type { Ports } from "./ports.ts";

export type PasswordChangeOutcome =
  | { ok: true }
  | { ok: false; reason: "wrong-password" }
  | { ok: false; reason: "too-many-attempts"; retryAfterSeconds: number };

/** Changes one's own password; every other browser of the member is signed out. */
export async function changePassword(
  ports: Pick<Ports, "store" | "now" | "passwords">,
  member: Member,
  input: { currentPassword: string; newPassword: string; sessionId: string },
): Promise<PasswordChangeOutcome> {
  const { store, now, passwords } = ports;
  const account = { kind: "account", value: member.email } as const;
  const retryAfterSeconds = await countAttempt(ports, account);
  if (retryAfterSeconds !== null) return { ok: false, reason: "too-many-attempts", retryAfterSeconds };
  const currentHash = await store.members.findPasswordHash(member.id);
  if (currentHash === null || !(await passwords.verify(currentHash, input.currentPassword))) {
    return { ok: false, reason: "wrong-password" };
  }
  await forgetAttempts(ports, account);
  const newHash = await passwords.hash(input.newPassword);
  const at = now();
  await store.transaction(async (records) => {
    await records.members.setPasswordHash(member.id, newHash);
    await records.sessions.endAllOfMember(member.id, input.sessionId);
    const digest = memberDigest({ ...member, isActive: true });
    const actor = actorOf(member);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "password-change",
        targetType: "member",
        targetId: member.id,
        summary: "Changed their own password and signed out their other browsers",
        beforeDigest: digest,
        afterDigest: digest,
      },
      at,
    );
  });
  return { ok: true };
}
