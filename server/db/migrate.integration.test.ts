import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { diffSchema } from "./diff-schema.ts";
import { findMissingMigrations, migrate } from "./migrate.ts";
import { databaseAddress } from "../../tests/setup/database-address.ts";

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A database without a single table, unlike those of the template. */
async function emptyDatabase(): Promise<string> {
  const name = `empty_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = await connect(inject("postgresUrl"));
  await server.query(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });
  return databaseAddress(inject("postgresUrl"), name);
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = await connect(url);
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function copyOfMigrations(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "countersign-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(new URL("../../prisma/migrations", import.meta.url), folder, { recursive: true });
  return folder;
}

/** The migrations of the version before this one. */
async function previousVersion(): Promise<string> {
  const folder = await copyOfMigrations();
  const newest = (await readdir(folder)).filter((name) => /^\d/.test(name)).toSorted().at(-1);
  await rm(path.join(folder, newest ?? ""), { recursive: true });
  return folder;
}

/** This version's migrations and one more after them, as the next version would bring. */
async function nextVersion(sql: string): Promise<string> {
  const folder = await copyOfMigrations();
  await mkdir(path.join(folder, "99990101000000_next"));
  await writeFile(path.join(folder, "99990101000000_next", "migration.sql"), sql);
  return folder;
}

describe("migrate", () => {
  test("leads an empty database to prisma/schema.prisma, and the second time does nothing", async () => {
    const url = await emptyDatabase();
    const outcome = await migrate(url);
    expect(outcome).toEqual({ ok: true, appliedNames: expect.arrayContaining([expect.stringMatching(/_the_house$/)]) });
    expect(await diffSchema(url)).toBe("");
    expect(await migrate(url)).toEqual({ ok: true, appliedNames: [] });
  });

  test("keeps Prisma's own record of what was applied", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const rows = await query(url, "SELECT migration_name, length(checksum) AS digits, applied_steps_count FROM _prisma_migrations ORDER BY migration_name");
    expect(rows[0]).toMatchObject({ migration_name: expect.stringMatching(/_the_house$/), digits: 64, applied_steps_count: 1 });
  });

  test("notices a schema that no migration leads to", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await query(url, "ALTER TABLE member DROP COLUMN image");
    expect(await diffSchema(url)).toContain('ADD COLUMN     "image"');
  });

  test("applies each migration once when four processes start together", async () => {
    const url = await emptyDatabase();
    const outcomes = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
    const applied = outcomes.flatMap((outcome) => (outcome.ok ? outcome.appliedNames : ["refused"]));
    const recorded = await query<{ migration_name: string }>(url, "SELECT migration_name FROM _prisma_migrations");
    expect(applied.toSorted()).toEqual(recorded.map((row) => row.migration_name).toSorted());
  });

  test("upgrades a database of the version before, with its members and its log", async () => {
    const url = await emptyDatabase();
    await migrate(url, await previousVersion());
    await query(url, `INSERT INTO member (id, name, email, role, updated_at) VALUES (gen_random_uuid(), 'Ada', 'ada@example.org', 'admin', now())`);
    await query(url, "INSERT INTO log_topic VALUES ('test:kept', 1)");
    await query(url, `INSERT INTO log_entry VALUES ('test:kept', 1, now(), '{"word": "kept"}')`);
    expect(await migrate(url)).toMatchObject({ ok: true, appliedNames: [expect.any(String)] });
    expect(await diffSchema(url)).toBe("");
    expect(await query(url, "SELECT name, role::text FROM member")).toEqual([{ name: "Ada", role: "admin" }]);
    expect(await query(url, "SELECT data FROM log_entry")).toEqual([{ data: { word: "kept" } }]);
  });

  test("tells what a database of the version before lacks, and changes nothing of it", async () => {
    const url = await emptyDatabase();
    const folder = await previousVersion();
    await migrate(url, folder);
    const missing = await findMissingMigrations(url);
    expect(missing).toEqual({ ok: true, missingNames: [expect.any(String)] });
    expect(await findMissingMigrations(url)).toEqual(missing);
    await migrate(url);
    expect(await findMissingMigrations(url)).toEqual({ ok: true, missingNames: [] });
    expect(await findMissingMigrations(url, folder)).toMatchObject({ ok: false, reason: "newer-version" });
  });

  test("upgrades to the next version, also with a `;` inside a statement", async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await query(url, "INSERT INTO log_topic VALUES ('test:kept', 7)");
    const folder = await nextVersion(
      "ALTER TABLE log_topic ADD COLUMN note TEXT NOT NULL DEFAULT 'kept; all';\nCREATE FUNCTION one() RETURNS int AS $$ BEGIN RETURN 1; END $$ LANGUAGE plpgsql;\n",
    );
    expect(await migrate(url, folder)).toEqual({ ok: true, appliedNames: ["99990101000000_next"] });
    expect(await query(url, "SELECT topic, last_sequence::int, note FROM log_topic")).toEqual([
      { topic: "test:kept", last_sequence: 7, note: "kept; all" },
    ]);
  });

  test("refuses a database of a newer version and changes nothing", async () => {
    const url = await emptyDatabase();
    await migrate(url, await nextVersion("CREATE TABLE newer (id INT PRIMARY KEY);"));
    expect(await migrate(url)).toEqual({ ok: false, reason: "newer-version", names: ["99990101000000_next"] });
    expect(await query(url, "SELECT to_regclass('newer')::text AS name")).toEqual([{ name: "newer" }]);
  });

  test("leaves nothing of a migration that fails half way, and says so the next time", async () => {
    const url = await emptyDatabase();
    const folder = await nextVersion("CREATE TABLE half (id INT PRIMARY KEY);\nSELECT 1 / 0;\n");
    await expect(migrate(url, folder)).rejects.toThrow(/division by zero/);
    expect(await query(url, "SELECT to_regclass('half')::text AS name")).toEqual([{ name: null }]);
    expect(await migrate(url, folder)).toEqual({ ok: false, reason: "failed-migration", names: ["99990101000000_next"] });
  });
});
