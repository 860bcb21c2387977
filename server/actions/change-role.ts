import type { Actor } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { changeMember, type MemberChangeOutcome } from "./change-member.ts";
import type { Ports } from "./ports.ts";

/** Gives a member another role. */
export function changeRole(
  ports: Pick<Ports, "store" | "now">,
  actor: Actor,
  { memberId, role }: { memberId: string; role: Role },
): Promise<MemberChangeOutcome> {
  return changeMember(ports, actor, memberId, {
    action: "member-role-change",
    changed: (before) => ({ ...before, role }),
    write: (records, id) => records.members.changeRole(id, role),
    summary: (before) => `Changed the role of ${before.name} from ${before.role} to ${role}`,
  });
}
