import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import { createLink, type CreatedLink } from "./create-link.ts";
import type { Ports } from "./ports.ts";
import type { MemberRecord, Records } from "./store.ts";

/** Makes a link with which a member sets a new password; links made for them before stop working. */
export function createResetLink(
  ports: Pick<Ports, "store" | "now" | "newToken">,
  actor: Actor,
  whose: { memberId: string } | { email: string },
): Promise<Result<CreatedLink & { memberName: string }, "not-found">> {
  return ports.store.transaction(async (records) => {
    const member = await findMember(records, whose);
    if (member === null || !member.isActive) return { ok: false, reason: "not-found" };
    await records.links.revokeAll("password-reset", member.id, ports.now());
    const summary = `Made a password link for ${member.name}`;
    const link = await createLink(ports, records, actor, { purpose: "password-reset", role: null, forId: member.id, summary });
    return { ok: true, memberName: member.name, ...link };
  });
}

function findMember(records: Records, whose: { memberId: string } | { email: string }): Promise<MemberRecord | null> {
  return "email" in whose ? records.members.findByEmail(whose.email) : records.members.find(whose.memberId);
}
