import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../scripts/postgres.mjs";
import { prepareQueues } from "../../server/engine/queue-worker.ts";
import { migrate } from "../../server/db/migrate.ts";
import { databaseAddress, templateName } from "./database-address.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the Postgres that the integration tests of this run share. */
    postgresUrl: string;
  }
}

/** Starts one Postgres for a run of integration tests and migrates a template once; every test file copies it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), "countersign-integration-"));
  // What these tests write is thrown away, so nothing waits for the disk.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
  const postgres = await startPostgres({ dataFolder, settings });
  const stop = async () => {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await createTemplate(postgres.url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgresUrl", postgres.url);
  return stop;
}

async function createTemplate(postgresUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateName}`);
  await client.end();
  const address = databaseAddress(postgresUrl, templateName);
  const outcome = await migrate(address);
  if (!outcome.ok) throw new Error(`The template database could not be migrated: ${outcome.reason} (${outcome.names.join(", ")})`);
  await prepareQueues(address);
}
