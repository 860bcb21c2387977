import { linkLifetimeHours, linkPath, type LinkPurpose } from "../../core/access/access-link.ts";
import type { Actor } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { digestOf, digestOfText } from "../../core/text/digest.ts";
import type { Ports } from "./ports.ts";
import type { Records } from "./store.ts";

/** What the maker of a link is shown once; the token is stored nowhere. */
export interface CreatedLink {
  path: string;
  expiresAt: Date;
}

/** Makes a one-time link with its audit entry, inside the caller's transaction. */
export async function createLink(
  { now, newToken }: Pick<Ports, "now" | "newToken">,
  records: Records,
  actor: Actor,
  link: { purpose: LinkPurpose; role: Role | null; forId: string | null; summary: string },
): Promise<CreatedLink> {
  const { summary, ...stored } = link;
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + linkLifetimeHours[link.purpose] * 60 * 60 * 1000);
  const token = newToken();
  const { id } = await records.links.create({
    ...stored,
    tokenDigest: digestOfText(token),
    createdById: actor.id,
    createdAt,
    expiresAt,
  });
  await records.auditLog.append(
    {
      actorId: actor.id,
      actorName: actor.name,
      action: "link-create",
      targetType: "link",
      targetId: id,
      summary,
      beforeDigest: null,
      afterDigest: digestOf({ id, ...stored, expiresAt: expiresAt.toISOString() }),
    },
    createdAt,
  );
  return { path: linkPath(token), expiresAt };
}
