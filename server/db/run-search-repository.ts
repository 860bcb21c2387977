import type { Database } from "./client.ts";

/** What full-text search knows of runs: their words, and up to where in their logs. */
export function runSearchRepository(database: Database) {
  return {
    async position(runId: string) {
      const rows = await database.$queryRaw<{ sequence: bigint }[]>`SELECT sequence FROM run_search WHERE run_id = ${runId}::uuid`;
      return Number(rows[0]?.sequence ?? 0);
    },

    /** Words that come twice, because two asked at once, only stand there twice. */
    async add(runId: string, words: string, sequence: number) {
      await database.$executeRaw`
        INSERT INTO run_search (run_id, sequence, words) VALUES (${runId}::uuid, ${sequence}, strip(to_tsvector('english', ${words})))
        ON CONFLICT (run_id) DO UPDATE
          SET words = run_search.words || excluded.words, sequence = greatest(run_search.sequence, excluded.sequence)`;
    },
  };
}
