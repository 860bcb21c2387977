import type { Actor } from "../../core/access/actor.ts";
import { changeMember, type MemberChangeOutcome } from "./change-member.ts";
import type { Ports } from "./ports.ts";

/** Changes the name that others see. */
export function renameMember(
  ports: Pick<Ports, "store" | "now">,
  actor: Actor,
  { memberId, name }: { memberId: string; name: string },
): Promise<MemberChangeOutcome> {
  return changeMember(ports, actor, memberId, {
    action: "member-rename",
    changed: (before) => ({ ...before, name }),
    write: (records, id) => records.members.rename(id, name),
    summary: (before) => `Renamed ${before.name} to ${name}`,
  });
}
