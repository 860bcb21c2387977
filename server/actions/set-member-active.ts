import type { Actor } from "../../core/access/actor.ts";
import { changeMember, type MemberChangeOutcome } from "./change-member.ts";
import type { Ports } from "./ports.ts";

/** Keeps a member out, with all sessions ended, or lets them in again. What they did stays named. */
export function setMemberActive(
  ports: Pick<Ports, "store" | "now">,
  actor: Actor,
  { memberId, isActive }: { memberId: string; isActive: boolean },
): Promise<MemberChangeOutcome> {
  return changeMember(ports, actor, memberId, {
    action: isActive ? "member-reactivate" : "member-deactivate",
    changed: (before) => ({ ...before, isActive }),
    write: async (records, id, at) => {
      await records.members.setDeactivatedAt(id, isActive ? null : at);
      await records.links.revokeAll("password-reset", id, at);
      if (!isActive) await records.sessions.endAllOfMember(id);
    },
    summary: (before) => `${isActive ? "Reactivated" : "Deactivated"} ${before.name}`,
  });
}
