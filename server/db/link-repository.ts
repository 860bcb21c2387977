import type { LinkPurpose, OpenLink } from "../../core/access/access-link.ts";
import type { Role } from "../../core/access/role.ts";
import type { Database } from "./client.ts";

const recordFields = {
  id: true,
  purpose: true,
  role: true,
  forId: true,
  expiresAt: true,
  usedAt: true,
  revokedAt: true,
  for: { select: { email: true } },
} as const;

interface Row {
  id: string;
  purpose: string;
  role: Role | null;
  forId: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
  for: { email: string } | null;
}

function toRecord({ for: member, ...row }: Row) {
  return { ...row, purpose: row.purpose as LinkPurpose, forEmail: member?.email ?? null };
}

/** One-time links, by the digest of their token. */
export function linkRepository(database: Database) {
  const open = { usedAt: null, revokedAt: null };
  return {
    async create(link: {
      purpose: LinkPurpose;
      tokenDigest: string;
      role: Role | null;
      forId: string | null;
      createdById: string | null;
      createdAt: Date;
      expiresAt: Date;
    }) {
      return toRecord(await database.accessLink.create({ data: link, select: recordFields }));
    },

    async findByTokenDigest(tokenDigest: string) {
      const row = await database.accessLink.findUnique({ where: { tokenDigest }, select: recordFields });
      return row === null ? null : toRecord(row);
    },

    async find(id: string) {
      const row = await database.accessLink.findUnique({ where: { id }, select: recordFields });
      return row === null ? null : toRecord(row);
    },

    async listOpen(now: Date): Promise<OpenLink[]> {
      const rows = await database.accessLink.findMany({
        where: { ...open, expiresAt: { gt: now } },
        select: {
          id: true,
          purpose: true,
          role: true,
          createdAt: true,
          expiresAt: true,
          for: { select: { name: true } },
          createdBy: { select: { name: true } },
        },
        orderBy: { createdAt: "desc" },
      });
      return rows.map(({ for: member, createdBy, ...row }) => ({
        ...row,
        purpose: row.purpose as LinkPurpose,
        memberName: member?.name ?? null,
        createdByName: createdBy?.name ?? null,
      }));
    },

    // The conditions close the race between two holders of one link: one update finds it open, the other doesn't.
    async use(id: string, now: Date) {
      const { count } = await database.accessLink.updateMany({ where: { id, ...open }, data: { usedAt: now } });
      return count === 1;
    },

    async revoke(id: string, now: Date) {
      const { count } = await database.accessLink.updateMany({ where: { id, ...open }, data: { revokedAt: now } });
      return count === 1;
    },

    async revokeAll(purpose: LinkPurpose, forId: string | null, now: Date) {
      await database.accessLink.updateMany({ where: { purpose, forId, ...open }, data: { revokedAt: now } });
    },
  };
}
