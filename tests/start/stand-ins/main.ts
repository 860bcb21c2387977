import pg from "pg";

const [verb] = process.argv.slice(2);
if (process.env.STAND_IN_PREPARE_ERROR !== undefined) {
  process.stderr.write(`${process.env.STAND_IN_PREPARE_ERROR}\n`);
  process.exitCode = 1;
} else {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("create table if not exists visit (at timestamptz not null default now())");
  await client.query("insert into visit default values");
  const { rows } = await client.query("select count(*)::int as visits from visit");
  await client.end();
  const firstAdminPath = rows[0].visits === 1 ? "/links/first" : null;
  process.stdout.write(`${JSON.stringify(verb === "prepare" ? { firstAdminPath } : { verb, visits: rows[0].visits })}\n`);
}
