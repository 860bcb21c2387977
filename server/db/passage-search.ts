import type { Database } from "./client.ts";

/** Words as `core/sources/search-text.ts` writes them. */
export interface PassageQuery {
  /** For `websearch_to_tsquery`. */
  strict: string;
  /** Any of these may match; empty when only the strict query counts. */
  loose: string;
  /** Names of collections; null for all. */
  collections: string[] | null;
  limit: number;
  /** At most so many passages of one document, so that it doesn't fill the page. */
  perSource: number;
}

interface HitRow {
  sourceId: string;
  title: string;
  path: string;
  collection: string;
  heading: string;
  start: number;
  end: number;
  text: string;
  rank: number;
}

/** A question of more words than this is answered by its rarest anyway; each costs a look into the index. */
const maxTerms = 32;
const maxCandidates = 300;
/** What words in the title and the headings add, measured against words anywhere. */
const headShare = 0.5;
/** A passage that holds everything wins against an equal one; all of many common words somewhere on a page says little. */
const strictBonus = 0.1;

/**
 * Finds passages, best first: by how much of the query they hold, rarer words counting more (inverse document
 * frequency), by what stands in their headings, and by how close the words stand. What holds only some words follows, so
 * that a question in plain words finds what it is about.
 */
export async function searchPassages(database: Database, query: PassageQuery): Promise<HitRow[]> {
  const rows = await (query.loose === "" ? strictRows(database, query) : looseRows(database, query));
  return rows.map(({ source, ...row }) => ({ ...row, text: source.slice(row.start, row.end) }));
}

type SourcedRow = Omit<HitRow, "text"> & { source: string };

function strictRows(database: Database, { strict, collections, limit, perSource }: PassageQuery): Promise<SourcedRow[]> {
  return database.$queryRaw<SourcedRow[]>`
    WITH query AS (SELECT websearch_to_tsquery('english', ${strict}) AS strict),
    ranked AS (
      SELECT passage.source_id, passage.ordinal, ts_rank_cd(passage.search, query.strict, 33) AS rank
        FROM query JOIN passage ON passage.search @@ query.strict
        JOIN source ON source.id = passage.source_id JOIN collection ON collection.id = source.collection_id
       WHERE ${collections}::text[] IS NULL OR collection.name = ANY (${collections}::text[])
    ),
    placed AS (SELECT *, row_number() OVER (PARTITION BY source_id ORDER BY rank DESC, ordinal) AS place FROM ranked)
    SELECT source.id AS "sourceId", source.title, source.path, collection.name AS collection, passage.heading, passage.start,
           passage."end", source.text AS source, placed.rank::float8 AS rank
      FROM (SELECT * FROM placed WHERE place <= ${perSource} ORDER BY rank DESC, source_id, ordinal LIMIT ${limit}) AS placed
      JOIN passage ON passage.source_id = placed.source_id AND passage.ordinal = placed.ordinal
      JOIN source ON source.id = passage.source_id JOIN collection ON collection.id = source.collection_id
     ORDER BY placed.rank DESC, passage.source_id, passage.ordinal`;
}

function looseRows(database: Database, query: PassageQuery): Promise<SourcedRow[]> {
  const { strict, loose, collections, limit, perSource } = query;
  return database.$queryRaw<SourcedRow[]>`
    WITH terms AS MATERIALIZED (
      SELECT lexeme, quote_literal(lexeme)::tsquery AS term, (quote_literal(lexeme) || ':A')::tsquery AS head_term FROM unnest(to_tsvector('english', ${loose})) LIMIT ${maxTerms}
    ),
    hits AS MATERIALIZED (
      SELECT terms.lexeme, found.source_id, found.ordinal
        FROM terms CROSS JOIN LATERAL (SELECT source_id, ordinal FROM passage WHERE search @@ terms.term) AS found
    ),
    weights AS (
      SELECT lexeme, ln(1 + (SELECT count(*) FROM passage)::float8 / count(*)) AS weight FROM hits GROUP BY lexeme
    ),
    covered AS MATERIALIZED (
      SELECT hits.source_id, hits.ordinal, sum(weight) / (SELECT sum(weight) FROM weights) AS coverage
        FROM hits JOIN weights USING (lexeme) JOIN source ON source.id = hits.source_id JOIN collection ON collection.id = source.collection_id
       WHERE ${collections}::text[] IS NULL OR collection.name = ANY (${collections}::text[])
       GROUP BY hits.source_id, hits.ordinal ORDER BY coverage DESC LIMIT ${maxCandidates}
    ),
    query AS MATERIALIZED (
      SELECT websearch_to_tsquery('english', ${strict}) AS strict, (SELECT string_agg(term::text, ' | ')::tsquery FROM terms) AS loose
    ),
    ranked AS (
      SELECT covered.source_id, covered.ordinal,
             covered.coverage + ${headShare}::float8 * in_head.coverage + ts_rank_cd('{0.1, 0.2, 0.4, 1}', passage.search, query.loose, 33)
               + CASE WHEN passage.search @@ query.strict THEN ${strictBonus}::float8 ELSE 0 END AS rank
        FROM covered JOIN passage USING (source_id, ordinal) CROSS JOIN query
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(weight) FILTER (WHERE passage.search @@ head_term), 0) / sum(weight) AS coverage FROM terms JOIN weights USING (lexeme)
       ) AS in_head
    ),
    placed AS (SELECT *, row_number() OVER (PARTITION BY source_id ORDER BY rank DESC, ordinal) AS place FROM ranked)
    SELECT source.id AS "sourceId", source.title, source.path, collection.name AS collection, passage.heading, passage.start,
           passage."end", source.text AS source, placed.rank::float8 AS rank
      FROM (SELECT * FROM placed WHERE place <= ${perSource} ORDER BY rank DESC, source_id, ordinal LIMIT ${limit}) AS placed
      JOIN passage ON passage.source_id = placed.source_id AND passage.ordinal = placed.ordinal
      JOIN source ON source.id = passage.source_id JOIN collection ON collection.id = source.collection_id
     ORDER BY placed.rank DESC, passage.source_id, passage.ordinal`;
}

/** How many passages hold each word in any of its forms; words that the index leaves out are left out. */
export async function countWords(
  database: Database,
  { words, collections }: { words: string[]; collections: string[] | null },
): Promise<{ passages: number; words: { word: string; passages: number }[] }> {
  const rows = await database.$queryRaw<{ word: string | null; passages: number }[]>`
    WITH visible AS MATERIALIZED (
      SELECT source.id FROM source JOIN collection ON collection.id = source.collection_id
       WHERE ${collections}::text[] IS NULL OR collection.name = ANY (${collections}::text[])
    ),
    term AS MATERIALIZED (
      SELECT word, ordinal, query
        FROM (SELECT word, ordinal, plainto_tsquery('english', word) AS query FROM unnest(${words}::text[]) WITH ORDINALITY AS given(word, ordinal)) AS read
       WHERE numnode(query) > 0
    ),
    -- By the words first: going through the passages of every visible source takes many times as long.
    hit AS MATERIALIZED (
      SELECT term.ordinal, found.source_id FROM term CROSS JOIN LATERAL (SELECT source_id FROM passage WHERE search @@ term.query) AS found
    ),
    counted AS (SELECT hit.ordinal, count(*) AS passages FROM hit JOIN visible ON visible.id = hit.source_id GROUP BY hit.ordinal)
    SELECT NULL AS word, 0 AS ordinal, (SELECT count(*) FROM passage JOIN visible ON visible.id = passage.source_id)::int AS passages
    UNION ALL
    SELECT word, ordinal, coalesce(counted.passages, 0)::int FROM term LEFT JOIN counted USING (ordinal)
     ORDER BY ordinal`;
  return {
    passages: rows.find(({ word }) => word === null)?.passages ?? 0,
    words: rows.flatMap(({ word, passages }) => (word === null ? [] : [{ word, passages }])),
  };
}
