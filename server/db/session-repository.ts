import type { Database } from "./client.ts";

const recordFields = { id: true, memberId: true, createdAt: true, updatedAt: true, userAgent: true, ipAddress: true } as const;

interface Row {
  id: string;
  memberId: string;
  createdAt: Date;
  updatedAt: Date;
  userAgent: string | null;
  ipAddress: string | null;
}

function toRecord({ updatedAt, ...row }: Row) {
  return { ...row, lastSeenAt: updatedAt };
}

/** The browsers in which members are signed in; better-auth makes them, this reads and ends them. */
export function sessionRepository(database: Database) {
  return {
    async listByMember(memberId: string, now: Date) {
      const rows = await database.memberSession.findMany({
        where: { memberId, expiresAt: { gt: now } },
        select: recordFields,
        orderBy: { updatedAt: "desc" },
      });
      return rows.map(toRecord);
    },

    async find(id: string) {
      const row = await database.memberSession.findUnique({ where: { id }, select: recordFields });
      return row === null ? null : toRecord(row);
    },

    async end(id: string) {
      const { count } = await database.memberSession.deleteMany({ where: { id } });
      return count === 1;
    },

    async endAllOfMember(memberId: string, exceptId?: string) {
      await database.memberSession.deleteMany({ where: { memberId, ...(exceptId === undefined ? {} : { id: { not: exceptId } }) } });
    },

    async forgetExpired(now: Date) {
      await database.memberSession.deleteMany({ where: { expiresAt: { lt: now } } });
    },
  };
}
