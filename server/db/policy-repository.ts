import { policySchema, type Policy } from "../../core/review/policy.ts";
import type { Digest } from "../../core/text/digest.ts";
import type { Database } from "./client.ts";

const fields = { number: true, content: true, digest: true, changedByName: true, changedAt: true } as const;

interface Row {
  number: number;
  content: unknown;
  digest: string;
  changedByName: string;
  changedAt: Date;
}

/** What admins asked of every plan, version by version. */
export function policyRepository(database: Database) {
  const findNewest = async () => {
    const row = await database.policyVersion.findFirst({ orderBy: { number: "desc" }, select: fields });
    return row === null ? null : recordOf(row);
  };
  return {
    findNewest,

    async list(limit: number) {
      const rows = await database.policyVersion.findMany({ orderBy: { number: "desc" }, take: limit, select: fields });
      return rows.map(recordOf);
    },

    async hold() {
      await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('policy'))`;
      return findNewest();
    },

    async create(version: { number: number; content: Policy; digest: Digest; changedById: string | null; changedByName: string; changedAt: Date }) {
      await database.policyVersion.create({ data: version });
    },
  };
}

function recordOf({ content, digest, ...row }: Row) {
  return { ...row, content: policySchema.parse(content), digest: digest as Digest };
}
