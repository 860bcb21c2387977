import type { Actor } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { createLink, type CreatedLink } from "./create-link.ts";
import type { Ports } from "./ports.ts";

/** Makes a link with which one person joins in a role. */
export function inviteMember(
  ports: Pick<Ports, "store" | "now" | "newToken">,
  actor: Actor,
  { role }: { role: Role },
): Promise<{ ok: true } & CreatedLink> {
  return ports.store.transaction(async (records) => {
    const summary = `Invited someone as ${role}`;
    const link = await createLink(ports, records, actor, { purpose: "invitation", role, forId: null, summary });
    return { ok: true, ...link };
  });
}
