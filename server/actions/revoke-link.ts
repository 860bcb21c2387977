import { linkRefusal } from "../../core/access/access-link.ts";
import type { Actor } from "../../core/access/actor.ts";
import type { Result } from "../../core/result.ts";
import { digestOf } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";

const nameByPurpose = {
  "first-admin": "the link for the first admin",
  invitation: "an invitation",
  "password-reset": "a password link",
} as const;

/** Makes an open link useless. */
export function revokeLink(
  { store, now }: Pick<Ports, "store" | "now">,
  actor: Actor,
  { linkId }: { linkId: string },
): Promise<Result<object, "not-found">> {
  return store.transaction(async (records) => {
    const at = now();
    const link = await records.links.find(linkId);
    const isOpen = link !== null && linkRefusal(link, at) === null;
    if (!isOpen || !(await records.links.revoke(linkId, at))) return { ok: false, reason: "not-found" };
    const { id, purpose, role, forId, expiresAt } = link;
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "link-revoke",
        targetType: "link",
        targetId: id,
        summary: `Revoked ${nameByPurpose[purpose]}`,
        beforeDigest: digestOf({ id, purpose, role, forId, expiresAt: expiresAt.toISOString() }),
        afterDigest: null,
      },
      at,
    );
    return { ok: true };
  });
}
