import type { MemberListing } from "../../core/access/member.ts";
import type { Role } from "../../core/access/role.ts";
import type { Database } from "./client.ts";

/** better-auth's name for a password as a way to sign in. */
const passwordProvider = "credential";

const recordFields = { id: true, name: true, email: true, role: true, deactivatedAt: true } as const;

interface Row {
  id: string;
  name: string;
  email: string;
  role: Role;
  deactivatedAt: Date | null;
}

function toRecord({ deactivatedAt, ...row }: Row) {
  return { ...row, isActive: deactivatedAt === null };
}

/** Members and their password hashes. */
export function memberRepository(database: Database) {
  return {
    async find(id: string) {
      const row = await database.member.findUnique({ where: { id }, select: recordFields });
      return row === null ? null : toRecord(row);
    },

    async findByEmail(email: string) {
      const row = await database.member.findUnique({ where: { email }, select: recordFields });
      return row === null ? null : toRecord(row);
    },

    async list(): Promise<MemberListing[]> {
      const rows = await database.member.findMany({
        select: { ...recordFields, createdAt: true, lastSeenAt: true },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      });
      return rows.map((row) => ({ ...toRecord(row), createdAt: row.createdAt, lastSeenAt: row.lastSeenAt }));
    },

    async isEmpty() {
      return (await database.member.findFirst({ select: { id: true } })) === null;
    },

    async lockActiveAdmins() {
      const rows = await database.$queryRaw<{ id: string }[]>`
        SELECT id FROM member WHERE role = 'admin' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`;
      return rows.map((row) => row.id);
    },

    async create(member: { name: string; email: string; role: Role; passwordHash: string; now: Date }) {
      const { name, email, role, passwordHash, now } = member;
      const [row] = await database.member.createManyAndReturn({
        data: [{ name, email, role, createdAt: now }],
        skipDuplicates: true,
        select: recordFields,
      });
      if (row === undefined) return null;
      await database.credential.create({
        data: { memberId: row.id, accountId: row.id, providerId: passwordProvider, password: passwordHash },
      });
      return toRecord(row);
    },

    async rename(id: string, name: string) {
      await database.member.update({ where: { id }, data: { name } });
    },

    async changeRole(id: string, role: Role) {
      await database.member.update({ where: { id }, data: { role } });
    },

    async setDeactivatedAt(id: string, deactivatedAt: Date | null) {
      await database.member.update({ where: { id }, data: { deactivatedAt } });
    },

    async setLastSeenAt(id: string, lastSeenAt: Date) {
      await database.member.updateMany({ where: { id }, data: { lastSeenAt } });
    },

    async findPasswordHash(id: string) {
      const row = await database.credential.findUnique({
        where: { providerId_accountId: { providerId: passwordProvider, accountId: id } },
        select: { password: true },
      });
      return row?.password ?? null;
    },

    async setPasswordHash(id: string, passwordHash: string) {
      await database.credential.upsert({
        where: { providerId_accountId: { providerId: passwordProvider, accountId: id } },
        update: { password: passwordHash },
        create: { memberId: id, accountId: id, providerId: passwordProvider, password: passwordHash },
      });
    },
  };
}
