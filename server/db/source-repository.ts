import { z } from "zod";
import type { Database } from "./client.ts";
import { containing } from "./containing.ts";
import { countWords, searchPassages, type PassageQuery } from "./passage-search.ts";

interface NewPassage {
  heading: string;
  start: number;
  end: number;
  headWords: string;
  words: string;
  parts: string;
}

interface NewSource {
  collectionId: string;
  path: string;
  title: string;
  text: string;
  sha256: string;
  byteLength: number;
  headings: { level: number; text: string; start: number }[];
  passages: NewPassage[];
}

const headingsSchema = z.array(z.object({ level: z.number(), text: z.string(), start: z.number() }));

const listed = { id: true, path: true, title: true, byteLength: true, createdAt: true } as const;

const whole = {
  ...listed,
  text: true,
  sha256: true,
  headings: true,
  retiredAt: true,
  collection: { select: { id: true, name: true, version: true } },
} as const;

/** Documents as they were read, and the passages by which they are found. */
export function sourceRepository(database: Database) {
  return {
    async find(id: string) {
      const row = await database.source.findUnique({ where: { id }, select: whole });
      return row === null ? null : { ...row, headings: headingsSchema.parse(row.headings) };
    },

    async describe(ids: readonly string[]) {
      const rows = await database.source.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, path: true, title: true, sha256: true, collection: { select: { name: true } } },
      });
      return rows.map(({ collection, ...row }) => ({ ...row, collection: collection.name }));
    },

    listTexts(collectionId: string, path: string) {
      return database.source.findMany({
        where: { collectionId, path },
        select: { id: true, createdAt: true, retiredAt: true },
        orderBy: [{ retiredAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
      });
    },

    list({ collectionId, after, text, limit }: { collectionId: string; after: string | null; text: string; limit: number }) {
      const contains = containing(text);
      return database.source.findMany({
        where: {
          collectionId,
          retiredAt: null,
          ...(after === null ? {} : { path: { gt: after } }),
          ...(text === "" ? {} : { OR: [{ title: contains }, { path: contains }] }),
        },
        select: listed,
        orderBy: { path: "asc" },
        take: limit,
      });
    },

    current(collectionId: string) {
      return database.source.findMany({ where: { collectionId, retiredAt: null }, select: { path: true, sha256: true } });
    },

    async add({ passages, ...source }: NewSource, now: Date) {
      const { collectionId, path, sha256, headings } = source;
      const { id } = await database.source.upsert({
        where: { collectionId_path_sha256: { collectionId, path, sha256 } },
        update: { retiredAt: null },
        create: { ...source, headings: headings.map(({ level, text, start }) => ({ level, text, start })), createdAt: now },
        select: { id: true },
      });
      await addPassages(database, id, passages);
      return id;
    },

    async retire(collectionId: string, documents: { path: string; sha256: string }[], now: Date) {
      const rows = await database.$queryRaw<{ id: string }[]>`
        UPDATE source SET retired_at = ${now.toISOString()}::timestamptz
          FROM unnest(${documents.map(({ path }) => path)}::text[], ${documents.map(({ sha256 }) => sha256)}::text[]) AS document(path, sha256)
         WHERE source.collection_id = ${collectionId}::uuid AND source.retired_at IS NULL
           AND source.path = document.path AND source.sha256 = document.sha256
        RETURNING source.id`;
      await database.passage.deleteMany({ where: { sourceId: { in: rows.map(({ id }) => id) } } });
    },

    search: (query: PassageQuery) => searchPassages(database, query),

    countWords: (query: Pick<PassageQuery, "collections"> & { words: string[] }) => countWords(database, query),
  };
}

/** What stands in headings weighs most, then words, then the parts of words. */
async function addPassages(database: Database, sourceId: string, passages: readonly NewPassage[]): Promise<void> {
  await database.$executeRaw`
    INSERT INTO passage (source_id, ordinal, heading, start, "end", search)
    SELECT ${sourceId}::uuid, ordinal - 1, heading, start, "end",
           setweight(to_tsvector('english', head_words), 'A') || setweight(to_tsvector('english', words), 'B') || setweight(to_tsvector('english', parts), 'C')
      FROM unnest(
        ${passages.map(({ heading }) => heading)}::text[], ${passages.map(({ start }) => start)}::int[], ${passages.map(({ end }) => end)}::int[],
        ${passages.map(({ headWords }) => headWords)}::text[], ${passages.map(({ words }) => words)}::text[], ${passages.map(({ parts }) => parts)}::text[]
      ) WITH ORDINALITY AS given(heading, start, "end", head_words, words, parts, ordinal)
    ON CONFLICT (source_id, ordinal) DO NOTHING`;
}
