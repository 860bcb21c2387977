import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { databaseAddress, templateName } from "./database-address.ts";

/** A database that nobody else uses. */
export interface FreshDatabase {
  url: string;
  /** Copies it as it is; nobody may be connected to it meanwhile. */
  copy: () => Promise<FreshDatabase>;
  /** Removes it, also from under open connections. */
  drop: () => Promise<void>;
}

/**
 * Makes a migrated, empty database. Close pools before `drop`: connections that are still open are ended.
 * @throws when Postgres can't be reached.
 */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(inject("postgresUrl"), templateName);
}

async function copyOf(postgresUrl: string, template: string): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await execute(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: databaseAddress(postgresUrl, name),
    copy: () => copyOf(postgresUrl, name),
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
