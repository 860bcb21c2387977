import pg from "pg";
import { readMigrations, wholeSchema, withSchemaEngine } from "./schema-engine.ts";

/** Two processes that start together must not both migrate; the key is the word "countersign" cut to 63 bits. */
const migrationLockKey = "7165065861937261927";

/** Why a database can't be brought to this version's form, with the names of the migrations that say so. */
interface MigrationRefusal {
  ok: false;
  reason: "newer-version" | "failed-migration";
  names: string[];
}

/** What became of a migration run. */
export type MigrationOutcome = { ok: true; appliedNames: string[] } | MigrationRefusal;

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
    const { migrationsList, missingNames, refusal } = await compareWithRecord(lockHolder, migrationsFolder);
    if (refusal !== null) return refusal;
    if (missingNames.length === 0) return { ok: true, appliedNames: [] };
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList, filters: wholeSchema }),
    );
    return { ok: true, appliedNames: appliedMigrationNames };
  } finally {
    await lockHolder.end();
  }
}

/**
 * Compares a database with this version without changing anything.
 * @returns the migrations that it lacks, none when it has this version's form.
 * @throws when the database can't be reached.
 */
export async function findMissingMigrations(databaseUrl: string, migrationsFolder?: string): Promise<{ ok: true; missingNames: string[] } | MigrationRefusal> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { missingNames, refusal } = await compareWithRecord(client, migrationsFolder);
    return refusal ?? { ok: true, missingNames };
  } finally {
    await client.end();
  }
}

async function compareWithRecord(client: pg.Client, migrationsFolder: string | undefined) {
  const migrationsList = await readMigrations(migrationsFolder);
  const known = migrationsList.migrationDirectories.map((directory) => directory.path);
  const recorded = await readRecordedMigrations(client);
  const unknownNames = recorded.filter(({ name }) => !known.includes(name)).map(({ name }) => name);
  const failedNames = recorded.filter(({ isFinished }) => !isFinished).map(({ name }) => name);
  const missingNames = known.filter((path) => !recorded.some(({ name }) => name === path));
  return { migrationsList, missingNames, refusal: refusalFor(unknownNames, failedNames) };
}

function refusalFor(unknownNames: string[], failedNames: string[]): MigrationRefusal | null {
  if (unknownNames.length > 0) return { ok: false, reason: "newer-version", names: unknownNames };
  return failedNames.length > 0 ? { ok: false, reason: "failed-migration", names: failedNames } : null;
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
