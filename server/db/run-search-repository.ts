import type { Database } from "./client.ts";

const mostBytes = 900_000;

/** What full-text search knows of runs: their words, and up to where in their logs. */
export function runSearchRepository(database: Database) {
  return {
    async position(runId: string) {
      const rows = await database.$queryRaw<{ sequence: bigint }[]>`SELECT sequence FROM run_search WHERE run_id = ${runId}::uuid`;
      return Number(rows[0]?.sequence ?? 0);
    },

    /**
     * Words that come twice, because two asked at once, only stand there twice. Their places, by which phrases are found,
     * are left out where they would fill more than Postgres allows (1 MB).
     */
    async add(runId: string, words: string, sequence: number) {
      await database.$executeRaw`
        INSERT INTO run_search (run_id, sequence, words) VALUES (${runId}::uuid, ${sequence}, to_tsvector('english', ${words}))
        ON CONFLICT (run_id) DO UPDATE
          SET words = CASE WHEN octet_length(run_search.words::text) + octet_length(excluded.words::text) < ${mostBytes}::int
                           THEN run_search.words || excluded.words ELSE strip(run_search.words) || strip(excluded.words) END,
              sequence = greatest(run_search.sequence, excluded.sequence)`;
    },
  };
}
