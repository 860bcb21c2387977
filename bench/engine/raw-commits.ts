import pg from "pg";
import type { Measured } from "./measured.ts";
import { noOpResult } from "./no-op-result.ts";

/** The least that durable steps can cost: one row and one commit each, on one connection. */
export async function rawCommits(databaseUrl: string, steps: number, characters: number): Promise<Measured> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("DROP TABLE IF EXISTS raw_step; CREATE TABLE raw_step (run uuid, step int, result jsonb, PRIMARY KEY (run, step))");
    const begun = performance.now();
    for (let step = 0; step < steps; step += 1) {
      await client.query("INSERT INTO raw_step VALUES ('0198c0de-0000-7000-8000-000000000000', $1, $2)", [step, JSON.stringify(noOpResult(characters))]);
    }
    const totalMs = performance.now() - begun;
    const { rows } = await client.query<{ bytes: string }>("SELECT pg_total_relation_size('raw_step') AS bytes");
    return { msPerStep: totalMs / steps, bytesPerStep: Number(rows[0]?.bytes) / steps };
  } finally {
    await client.end();
  }
}
