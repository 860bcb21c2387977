import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { databaseAddress, templateName } from "./database-address.ts";

/** A migrated, empty database that nobody else uses. */
export interface FreshDatabase {
  url: string;
  /** Removes the database, also from under open connections. */
  drop: () => Promise<void>;
}

/**
 * Copies the migrated template. Close pools before `drop`: connections that are still open are ended.
 * @throws when Postgres can't be reached.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const postgresUrl = inject("postgresUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  return {
    url: databaseAddress(postgresUrl, name),
    drop: () => execute(postgresUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function execute(postgresUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
