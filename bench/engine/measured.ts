import pg from "pg";

export interface Measured {
  msPerStep: number;
  bytesPerStep: number;
}

/** The size of some tables with their indexes and what stands beside them, in bytes. */
export async function sizeOf(databaseUrl: string, tables: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: string }>("SELECT sum(pg_total_relation_size(name::regclass)) AS bytes FROM unnest($1::text[]) AS name", [tables]);
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}
