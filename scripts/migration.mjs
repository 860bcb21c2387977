import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout, typescriptFlags } from "./checkout.mjs";
import { runInTerminal } from "./child-command.mjs";
import { startPostgres } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Writes the next migration from the difference between prisma/schema.prisma and the migrations so far, on an empty database of its own.
 * @param {string[]} args The migration's name.
 * @returns {Promise<number>} The exit code.
 */
export async function run([name, ...rest]) {
  if (name === undefined || rest.length > 0 || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Refusal("Name the migration in lower case with underscores, for example: npm run migration -- add_brief.");
  }
  const dataFolder = mkdtempSync(join(tmpdir(), "countersign-migration-"));
  const postgres = await startPostgres({ dataFolder, settings: { fsync: "off" } });
  try {
    return await runInTerminal(process.execPath, [...typescriptFlags, join(checkout, "server", "db", "create-migration.ts"), name], {
      cwd: checkout,
      env: { ...process.env, DATABASE_URL: postgres.url },
    });
  } finally {
    await postgres.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
