import pg from "pg";

/** Everything that a database holds, as text: for looking whether something is in it. */
export async function dumpDatabase(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'dbos')`);
    const tables = [];
    for (const { name } of rows) tables.push(JSON.stringify((await client.query(`SELECT to_jsonb(t) AS row FROM ${name} t`)).rows));
    return tables.join("\n");
  } finally {
    await client.end();
  }
}
