import { z } from "zod";
import type { Database } from "./client.ts";

interface SkippedDocument {
  path: string;
  reason: "not-text" | "too-large";
}

interface Row {
  id: string;
  name: string;
  origin: string;
  version: string | null;
  expected: number | null;
  skipped: unknown;
  createdAt: Date;
  _count: { sources: number };
}

const skippedSchema = z.array(z.object({ path: z.string(), reason: z.enum(["not-text", "too-large"]) }));
const originSchema = z.enum(["package", "upload"]);

const fields = {
  id: true,
  name: true,
  origin: true,
  version: true,
  expected: true,
  skipped: true,
  createdAt: true,
  _count: { select: { sources: { where: { retiredAt: null } } } },
} as const;

const toRecord = ({ _count, origin, skipped, ...row }: Row) => ({
  ...row,
  origin: originSchema.parse(origin),
  skipped: skippedSchema.parse(skipped),
  documentCount: _count.sources,
});

/** Sets of sources. */
export function collectionRepository(database: Database) {
  return {
    async list() {
      return (await database.collection.findMany({ where: { retiredAt: null }, select: fields, orderBy: [{ origin: "asc" }, { name: "asc" }] })).map(toRecord);
    },

    async names() {
      return (await database.collection.findMany({ where: { retiredAt: null }, select: { name: true }, orderBy: { name: "asc" } })).map(({ name }) => name);
    },

    async find(id: string) {
      const row = await database.collection.findUnique({ where: { id, retiredAt: null }, select: fields });
      return row === null ? null : toRecord(row);
    },

    async findByName(name: string) {
      const row = await database.collection.findUnique({ where: { name }, select: fields });
      return row === null ? null : toRecord(row);
    },

    async create(collection: { name: string; origin: "package" | "upload"; createdById: string | null; now: Date }) {
      const { now, ...data } = collection;
      const [row] = await database.collection.createManyAndReturn({
        data: [{ ...data, createdAt: now, updatedAt: now }],
        skipDuplicates: true,
        select: { id: true },
      });
      return row === undefined ? null : this.find(row.id);
    },

    async beginIndexing(id: string, goal: { version: string; expected: number; skipped: SkippedDocument[] }) {
      const skipped = goal.skipped.map(({ path, reason }) => ({ path, reason }));
      await database.collection.update({ where: { id }, data: { ...goal, skipped } });
    },

    async holdVersion(id: string, version: string | null) {
      const rows = await database.$queryRaw<unknown[]>`
        SELECT 1 FROM collection WHERE id = ${id}::uuid AND version IS NOT DISTINCT FROM ${version} FOR UPDATE`;
      return rows.length > 0;
    },

    async endIndexing(id: string, version: string) {
      await database.collection.updateMany({ where: { id, version }, data: { expected: null } });
    },

    async retire(id: string, { name, now }: { name: string; now: Date }) {
      await database.collection.update({ where: { id }, data: { name, retiredAt: now } });
    },
  };
}
