import { join } from "node:path";
import { checkout, typescriptFlags } from "./checkout.mjs";
import { runQuietly } from "./child-command.mjs";
import { diskFull, Refusal, saysDiskIsFull } from "./refusal.mjs";

/**
 * Brings the database to this version's form.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} dataFolder
 * @returns {Promise<{ firstAdminPath: string | null }>} The path that creates the first admin, while there is none.
 * @throws {Refusal} with the sentence of the step that refused.
 */
export async function prepareDatabase(env, dataFolder) {
  const { code, stdout, stderr } = await runQuietly(process.execPath, [...typescriptFlags, join(checkout, "cli", "main.ts"), "prepare"], { cwd: checkout, env });
  if (code !== 0) {
    if (saysDiskIsFull(stderr)) throw diskFull(dataFolder);
    const lines = stderr.trim().split("\n");
    if (lines.length === 1 && lines[0]) throw new Refusal(lines[0].replace(/^✗ /, ""));
    throw new Error(`The database could not be prepared:\n${stderr}`);
  }
  /** @type {{ firstAdminPath: string | null }} */
  const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  return { firstAdminPath: told.firstAdminPath };
}
