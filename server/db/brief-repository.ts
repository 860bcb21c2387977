import { briefSchema, type Brief } from "../../core/brief/brief.ts";
import type { Database } from "./client.ts";

interface Row {
  id: string;
  briefId: string;
  number: number;
  content: unknown;
  digest: string;
}

const fields = { id: true, briefId: true, number: true, content: true, digest: true } as const;

const toRecord = <Stored extends Row>({ content, ...row }: Stored) => ({ ...row, content: briefSchema.parse(content) });

/** Briefs by version. */
export function briefRepository(database: Database) {
  return {
    async addVersion(version: { briefId: string | null; content: Brief; digest: string; createdById: string | null; now: Date }) {
      const { content, digest, createdById, now } = version;
      const brief = { createdById, createdAt: now };
      const briefId = version.briefId ?? (await database.brief.create({ data: brief, select: { id: true } })).id;
      const newest = await database.briefVersion.findFirst({ where: { briefId }, orderBy: { number: "desc" }, select: { number: true } });
      const number = (newest?.number ?? 0) + 1;
      return toRecord(await database.briefVersion.create({ data: { briefId, number, content, digest, createdById, createdAt: now }, select: fields }));
    },

    async findVersion(id: string) {
      const row = await database.briefVersion.findUnique({ where: { id }, select: fields });
      return row === null ? null : toRecord(row);
    },

    async holdNewest(briefId: string) {
      await database.$queryRaw`SELECT 1 FROM brief WHERE id = ${briefId}::uuid FOR UPDATE`;
      const row = await database.briefVersion.findFirst({ where: { briefId }, orderBy: { number: "desc" }, select: fields });
      return row === null ? null : toRecord(row);
    },

    async listVersions(briefId: string) {
      const rows = await database.briefVersion.findMany({
        where: { briefId },
        orderBy: { number: "desc" },
        select: {
          ...fields,
          createdAt: true,
          workflows: { select: { id: true, title: true, createdByName: true, createdAt: true }, orderBy: { createdAt: "asc" } },
        },
      });
      return rows.map(toRecord);
    },
  };
}
