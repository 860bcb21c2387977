import { join } from "node:path";
import { openBoundedLog } from "./bounded-log.mjs";
import { keepProcess } from "./kept-process.mjs";
import { prepareCluster } from "./postgres-cluster.mjs";
import { launchReadyPostgres, postgresStopSteps } from "./postgres-launch.mjs";
import { ensureDatabase } from "./postgres.mjs";
import { signalIfAlive, stopBySteps } from "./process-life.mjs";
import { codeOf, diskFull, saysDiskIsFull } from "./refusal.mjs";

/** Postgres's code for a statement that failed because the disk is full. */
const diskFullState = "53100";

/**
 * Starts the Postgres of a data folder and keeps it running on one port.
 * @param {string} dataFolder Locked by the caller.
 * @param {(sentence: string) => void} tell
 * @returns {Promise<{ databaseUrl: string, postgres: import("./kept-process.mjs").KeptProcess }>}
 */
export async function keepPostgres(dataFolder, tell) {
  const cluster = await prepareCluster(dataFolder);
  const log = openBoundedLog(join(dataFolder, "logs", "postgres.log"));
  const onLog = (/** @type {string} */ line) => {
    log(line);
    if (line.includes("PANIC:") || saysDiskIsFull(line)) tell(`Postgres │ ${line}`);
  };
  /** @type {number | undefined} */
  let port;
  const launch = async () => {
    const launched = await launchReadyPostgres(cluster, { port, onLog });
    port = launched.port;
    return lifeOf(launched);
  };
  const postgres = keepProcess("Postgres", launch, tell);
  await postgres.firstReady;
  try {
    return { databaseUrl: await ensureDatabase(cluster, port ?? 0), postgres };
  } catch (error) {
    await postgres.stop();
    throw codeOf(error) === diskFullState ? diskFull(dataFolder, error) : error;
  }
}

/**
 * @param {import("./postgres-launch.mjs").PostgresProcess} launched
 * @returns {import("./program-process.mjs").Life}
 */
function lifeOf({ child, pid }) {
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.signalCode ?? `exit code ${child.exitCode}`);
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid,
    ready: Promise.resolve(undefined),
    ended,
    stop: async () => {
      if (!isOver()) await stopBySteps(pid, postgresStopSteps);
      await ended;
    },
    kill: () => {
      if (!isOver()) signalIfAlive(pid, "SIGQUIT");
    },
  };
}
