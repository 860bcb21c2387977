import { join } from "node:path";
import { openBoundedLog } from "./bounded-log.mjs";
import { checkout, typescriptFlags } from "./checkout.mjs";
import { childEnvironment } from "./child-environment.mjs";
import { readSecret } from "./data-folder.mjs";
import { prepareDatabase } from "./database-preparation.mjs";
import { checkExternalDatabase } from "./external-database.mjs";
import { keepProcess } from "./kept-process.mjs";
import { keepPostgres } from "./kept-postgres.mjs";
import { launchProgram } from "./program-process.mjs";
import { messageOf, Refusal } from "./refusal.mjs";
import { writeRunningRecord } from "./running-record.mjs";
import { restartOnChange } from "./source-watch.mjs";

/**
 * @typedef {object} Supervision
 * @property {string} dataFolder Locked by the caller.
 * @property {import("./start-settings.mjs").StartSettings} settings
 * @property {boolean} isDev
 * @property {import("./progress.mjs").Progress} progress
 * @property {(handler: import("./stop-request.mjs").StopHandler) => void} onStop
 */

/** @typedef {import("./kept-process.mjs").KeptProcess} KeptProcess */

/** What a shell reports of a command that Ctrl-C ended; here it took a second one. */
const forcedExitCode = 130;

/**
 * Starts Postgres, the web process and a worker, keeps them running, and stops them in order when asked.
 * @param {Supervision} supervision
 * @returns {Promise<number>} The exit code, once everything has stopped.
 */
export async function supervise({ dataFolder, settings, isDev, progress, onStop }) {
  let isStopping = false;
  let exitCode = 0;
  const tell = (/** @type {string} */ sentence) => {
    if (!isStopping) progress.say(`  ${sentence}`);
  };
  /** @type {(() => Promise<void>)[]} In the order in which to stop. */
  const stops = [];
  try {
    const { databaseUrl, postgres } = await openDatabase(dataFolder, progress, tell);
    if (postgres !== null) stops.unshift(postgres.stop);
    const env = childEnvironment({ dataFolder, settings, databaseUrl, secret: readSecret(dataFolder), isDev });
    const { firstAdminPath } = await progress.step("Preparing the database", "Database prepared", () => prepareDatabase(env, dataFolder));

    const keep = (/** @type {"web" | "worker"} */ name) => {
      const log = openBoundedLog(join(dataFolder, "logs", `${name}.log`));
      const onLine = (/** @type {string} */ line, /** @type {boolean} */ isError) => {
        log(line);
        if (isDev || (isError && isHeadline(line))) tell(`${name.padEnd(6)} │ ${line}`);
      };
      const args = [...typescriptFlags, join(checkout, "server", `${name}.ts`), ...(isDev ? ["--dev"] : [])];
      return keepProcess(`The ${name} process`, async () => launchProgram(args, { env, cwd: checkout, onLine }), tell);
    };
    const { web, worker, url } = await progress.step("Starting the web process and a worker", "Web process and worker started", async () => {
      const programs = { web: keep("web"), worker: keep("worker") };
      stops.unshift(async () => void (await Promise.all([programs.web.stop(), programs.worker.stop()])));
      const [address] = await Promise.all([firstReady("web", programs.web), firstReady("worker", programs.worker)]);
      return { ...programs, url: address ?? `http://${settings.host}:${settings.port}` };
    });
    writeRunningRecord(dataFolder, { url, databaseUrl });
    const stopWatching = isDev ? restartOnChange(worker.restart) : () => {};
    announce(url, firstAdminPath);
    await stopRequested(onStop, () => {
      exitCode = forcedExitCode;
      web.kill();
      worker.kill();
      postgres?.kill();
    });
    stopWatching();
  } finally {
    isStopping = true;
    for (const stop of stops) await stop();
  }
  return exitCode;
}

/**
 * @param {string} dataFolder
 * @param {import("./progress.mjs").Progress} progress
 * @param {(sentence: string) => void} tell
 * @returns {Promise<{ databaseUrl: string, postgres: KeptProcess | null }>}
 */
async function openDatabase(dataFolder, progress, tell) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkExternalDatabase(given);
    return { databaseUrl: given, postgres: null };
  }
  return progress.step("Starting Postgres", "Postgres started", () => keepPostgres(dataFolder, tell));
}

/**
 * @param {"web" | "worker"} name
 * @param {KeptProcess} program
 */
async function firstReady(name, program) {
  try {
    return await program.firstReady;
  } catch (error) {
    throw error instanceof Refusal ? error : new Error(`The ${name} process ${messageOf(error)}`, { cause: error });
  }
}

/**
 * @param {string} line Of what a program reports on its error channel.
 * @returns {boolean} Whether it says something by itself; where it came from is in the log.
 */
function isHeadline(line) {
  return /^[^\s})\]]/.test(line);
}

/**
 * @param {Supervision["onStop"]} onStop
 * @param {() => void} force What a second request does to whatever is slow.
 * @returns {Promise<void>}
 */
function stopRequested(onStop, force) {
  return new Promise((resolve) => {
    onStop(() => {
      process.stderr.write("\n  Stopping.\n");
      onStop(force);
      resolve();
    });
  });
}

/**
 * @param {string} url
 * @param {string | null} firstAdminPath
 */
function announce(url, firstAdminPath) {
  const address = firstAdminPath === null ? url : new URL(firstAdminPath, url).href;
  const sentence = firstAdminPath === null ? "Countersign is ready. Open" : "Countersign is ready. Create the first admin at this address; it works once";
  process.stdout.write(`\n  ${sentence}:\n\n  ${address}\n\n`);
}
