import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { spawnGuarded } from "./guarded-spawn.mjs";
import { findFreePort } from "./free-port.mjs";
import { postgresEnvironment } from "./postgres-environment.mjs";
import { commandLineOf, isAlive, stopBySteps } from "./process-life.mjs";
import { diskFull, saysDiskIsFull } from "./refusal.mjs";

/** @typedef {import("./postgres-cluster.mjs").Cluster} Cluster */

/**
 * Fast shutdown, then immediate (the journal replays at the next start), then the kernel.
 * @type {[NodeJS.Signals, number][]}
 */
export const postgresStopSteps = [
  ["SIGINT", 4_000],
  ["SIGQUIT", 1_500],
  ["SIGKILL", 1_000],
];

/**
 * A Postgres process that was started and may not be ready yet.
 * @typedef {object} PostgresProcess
 * @property {import("node:child_process").ChildProcess} child
 * @property {number} pid
 * @property {Promise<void>} ready Resolves when it takes connections; rejects with a sentence when it ended before.
 */

/**
 * Starts Postgres on a prepared database folder, alone in its own process group so that Ctrl-C in the terminal does not reach it.
 * @param {Cluster} cluster
 * @param {number} port
 * @param {{ onLog?: (line: string) => void, settings?: Record<string, string> }} [options]
 * @returns {PostgresProcess}
 */
function launchPostgres(cluster, port, { onLog = () => {}, settings = {} } = {}) {
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    log_line_prefix: "%m [%p] ",
    ...settings,
  };
  const { child, pid } = spawnGuarded(
    "postgres",
    join(cluster.binaries, "bin", "postgres"),
    ["-D", cluster.folder, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...(cluster.user ?? {}), cwd: cluster.folder, env: postgresEnvironment(), stdout: "ignore" },
  );
  /** @type {string[]} */
  const lastLines = [];
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => {
    if (child.stderr !== null) createInterface({ input: child.stderr }).on("line", (line) => {
      onLog(line);
      lastLines.push(line);
      if (lastLines.length > 20) lastLines.shift();
      if (line.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const output = lastLines.join("\n");
      if (saysDiskIsFull(output)) reject(diskFull(cluster.folder));
      else reject(new PostgresEnded(`Postgres ended (${signal ?? code}) before it was ready:\n${output}`, output));
    });
  });
  ready.catch(() => {});
  return { child, pid, ready };
}

/** Postgres ended before it took connections. */
class PostgresEnded extends Error {
  /**
   * @param {string} message
   * @param {string} output
   */
  constructor(message, output) {
    super(message);
    /** Whether another program took the port in the moment between choosing and using it. */
    this.isPortTaken = /Address already in use/i.test(output);
    /** Whether processes of a Postgres that was killed still hold its memory; they leave by themselves. */
    this.isStillLeaving = /is still in use|already exists/i.test(output);
  }
}

/**
 * Launches Postgres and waits until it takes connections, on a free port unless told which.
 * @param {Cluster} cluster
 * @param {{ port?: number, onLog?: (line: string) => void, settings?: Record<string, string> }} [options]
 * @returns {Promise<PostgresProcess & { port: number }>}
 */
export async function launchReadyPostgres(cluster, { port, ...options } = {}) {
  await stopLeftPostgres(cluster.folder);
  for (let attempt = 1; ; attempt += 1) {
    const chosenPort = port ?? (await findFreePort());
    const postgres = launchPostgres(cluster, chosenPort, options);
    try {
      await postgres.ready;
      return { ...postgres, port: chosenPort };
    } catch (error) {
      const isWorthAnother = error instanceof PostgresEnded && ((error.isPortTaken && port === undefined) || error.isStillLeaving);
      if (!isWorthAnother || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/**
 * Stops a Postgres that an earlier supervisor left on this folder when it and its watchdog were both killed.
 * The caller holds the data folder's lock, so nobody else uses it.
 * @param {string} clusterFolder
 */
async function stopLeftPostgres(clusterFolder) {
  const pidFile = join(clusterFolder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (commandLineOf(pid).includes(clusterFolder)) await stopBySteps(pid, postgresStopSteps);
  // The number belongs to a stranger by now; Postgres would take it for itself and refuse to start.
  else rmSync(pidFile);
}
