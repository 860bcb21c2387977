import pg from "pg";
import { readMigrations, wholeSchema, withSchemaEngine } from "./schema-engine.ts";

/** Two processes that start together must not both migrate; the key is the word "countersign" cut to 63 bits. */
const migrationLockKey = "7165065861937261927";

/** What became of a migration run. */
export type MigrationOutcome =
  | { ok: true; appliedNames: string[] }
  | { ok: false; reason: "newer-version" | "failed-migration"; names: string[] };

/**
 * Brings the database up to this version: applies the missing migrations, in order, under a lock that another
 * process waits for.
 * @param migrationsFolder another folder than `prisma/migrations`, for tests of an upgrade.
 * @throws when the database can't be reached or a migration fails.
 */
export async function migrate(databaseUrl: string, migrationsFolder?: string): Promise<MigrationOutcome> {
  const lockHolder = new pg.Client({ connectionString: databaseUrl });
  await lockHolder.connect();
  try {
    await lockHolder.query("SELECT pg_advisory_lock($1)", [migrationLockKey]);
    const migrationsList = await readMigrations(migrationsFolder);
    const knownNames = new Set(migrationsList.migrationDirectories.map((directory) => directory.path));
    const recorded = await readRecordedMigrations(lockHolder);
    const unknownNames = recorded.filter(({ name }) => !knownNames.has(name)).map(({ name }) => name);
    if (unknownNames.length > 0) return { ok: false, reason: "newer-version", names: unknownNames };
    const failedNames = recorded.filter(({ isFinished }) => !isFinished).map(({ name }) => name);
    if (failedNames.length > 0) return { ok: false, reason: "failed-migration", names: failedNames };
    if (recorded.length === knownNames.size) return { ok: true, appliedNames: [] };
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters: wholeSchema }),
    );
    return { ok: true, appliedNames: appliedMigrationNames };
  } finally {
    await lockHolder.end();
  }
}

interface RecordedMigration {
  name: string;
  isFinished: boolean;
}

async function readRecordedMigrations(client: pg.Client): Promise<RecordedMigration[]> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (tables[0].name === null) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}
