import { join } from "node:path";
import { checkout, typescriptFlags } from "./checkout.mjs";
import { runInTerminal } from "./child-command.mjs";
import { childEnvironment } from "./child-environment.mjs";
import { findDataFolder, openDataFolder, readSecret } from "./data-folder.mjs";
import { tryLock } from "./exclusive-lock.mjs";
import { startPostgres } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";
import { readRunningRecord } from "./running-record.mjs";

/** All others work on files alone. */
const verbsWithDatabase = ["plan", "run", "export", "verify", "reset-password", "prepare"];

/**
 * `countersign …`: runs a verb on the database of a running Countersign, else on a Postgres that runs as long as the verb does.
 * @param {string[]} args
 * @param {(handler: import("./stop-request.mjs").StopHandler) => void} onStop
 * @returns {Promise<number>} The exit code.
 */
export async function run(args, onStop) {
  if (!needsDatabase(args)) return runMain(args, { ...process.env }, onStop);
  const { path: dataFolder } = findDataFolder();
  openDataFolder(dataFolder);
  const withDatabase = (/** @type {string} */ databaseUrl, /** @type {string} */ url, /** @type {boolean} */ isRunning) => {
    const settings = { port: Number(new URL(url).port || 80), host: process.env.HOST || "127.0.0.1" };
    const env = childEnvironment({ dataFolder, settings, databaseUrl, secret: readSecret(dataFolder), isDev: false });
    return runMain(args, { ...env, COUNTERSIGN_IS_RUNNING: isRunning ? "yes" : "no" }, onStop);
  };
  const usualUrl = `http://127.0.0.1:${process.env.PORT || 3000}`;
  const release = await tryLock(join(dataFolder, "lock"));
  if (release === null) {
    const record = readRunningRecord(dataFolder);
    if (!record?.databaseUrl) throw new Refusal(`Another command of Countersign is at work on the data folder ${dataFolder}, or it is still starting; run this again when that is done.`);
    return withDatabase(record.databaseUrl, record.url ?? usualUrl, true);
  }
  try {
    if (process.env.DATABASE_URL) return await withDatabase(process.env.DATABASE_URL, usualUrl, false);
    const postgres = await startPostgres({ dataFolder });
    try {
      return await withDatabase(postgres.url, usualUrl, false);
    } finally {
      await postgres.stop();
    }
  } finally {
    release();
  }
}

/** @param {string[]} args */
function needsDatabase(args) {
  const [verb] = args;
  if (verb === undefined || !verbsWithDatabase.includes(verb) || args.includes("--help")) return false;
  return verb !== "verify" || !args.some((arg) => arg === "--key" || arg.startsWith("--key="));
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {(handler: import("./stop-request.mjs").StopHandler) => void} onStop
 */
function runMain(args, env, onStop) {
  // What libraries will do otherwise one day is nothing that somebody at a terminal can do something about.
  const flags = [...typescriptFlags, "--disable-warning=DeprecationWarning"];
  return runInTerminal(process.execPath, [...flags, join(checkout, "cli", "main.ts"), ...args], { env, onStop });
}
