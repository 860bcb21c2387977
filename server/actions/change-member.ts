import type { Actor } from "../../core/access/actor.ts";
import type { AuditAction } from "../../core/audit-log/audit-entry.ts";
import { memberDigest } from "./member-digest.ts";
import type { Ports } from "./ports.ts";
import type { MemberRecord, Records } from "./store.ts";

/** One change to one member: what becomes of the record, how it is written, how the audit log says it. */
export interface MemberChange {
  action: AuditAction;
  changed(before: MemberRecord): MemberRecord;
  write(records: Records, id: string, at: Date): Promise<void>;
  summary(before: MemberRecord): string;
}

export type MemberChangeOutcome = { ok: true } | { ok: false; reason: "not-found" | "last-admin" };

/**
 * Changes a member together with the audit entry. Nothing is written, and nothing audited, when nothing would
 * change; the last active admin stays one.
 */
export function changeMember(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  memberId: string,
  change: MemberChange,
): Promise<MemberChangeOutcome> {
  return store.transaction(async (records) => {
    // Locked before the member is read: two admins who demote each other at the same moment queue here.
    const adminIds = await records.members.lockActiveAdmins();
    const before = await records.members.find(memberId);
    if (before === null) return { ok: false, reason: "not-found" };
    const after = change.changed(before);
    if (memberDigest(after) === memberDigest(before)) return { ok: true };
    const staysAdmin = after.role === "admin" && after.isActive;
    if (!staysAdmin && adminIds.length === 1 && adminIds[0] === memberId) return { ok: false, reason: "last-admin" };
    const at = now();
    await change.write(records, memberId, at);
    const fact = {
      actorId: actor.id,
      actorName: actor.name,
      action: change.action,
      targetType: "member",
      targetId: memberId,
      summary: change.summary(before),
      beforeDigest: memberDigest(before),
      afterDigest: memberDigest(after),
    } as const;
    await records.auditLog.append(fact, at);
    return { ok: true };
  });
}
