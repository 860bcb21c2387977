import { verbatimSchema } from "../text/text-schema.ts";
import type { Role } from "./role.ts";

/** What a one-time link lets its holder do. */
export type LinkPurpose = "first-admin" | "invitation" | "password-reset";

/** How long an unused link works, in hours. The first admin's is made anew at each start until someone used one. */
export const linkLifetimeHours = { "first-admin": 24 * 30, invitation: 24 * 7, "password-reset": 24 } as const satisfies Record<
  LinkPurpose,
  number
>;

/** 32 random bytes as base64url. */
export const linkTokenSchema = verbatimSchema({ max: 64 });

/** A link that can still be used, as admins see it; its token is nowhere. */
export interface OpenLink {
  id: string;
  purpose: LinkPurpose;
  role: Role | null;
  memberName: string | null;
  createdByName: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Why a link doesn't work; null when it does. A revoked link says what an unknown one says. */
export function linkRefusal(
  link: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date } | null,
  now: Date,
): "unknown" | "used" | "expired" | null {
  if (link === null || link.revokedAt !== null) return "unknown";
  if (link.usedAt !== null) return "used";
  return link.expiresAt <= now ? "expired" : null;
}

/** The page that a link's token opens. */
export function linkPath(token: string): string {
  return `/links/${token}`;
}
