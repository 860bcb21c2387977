import { prepareCluster } from "./postgres-cluster.mjs";
import { databaseName } from "./postgres-environment.mjs";
import { launchReadyPostgres, postgresStopSteps } from "./postgres-launch.mjs";
import { stopBySteps } from "./process-life.mjs";

/** @typedef {import("./postgres-cluster.mjs").Cluster} Cluster */

/**
 * Connects to Postgres's own database and makes ours when it is missing.
 * @param {Cluster} cluster
 * @param {number} port
 * @returns {Promise<string>} The address of our database.
 */
export async function ensureDatabase(cluster, port) {
  const { default: pg } = await import("pg");
  const address = (/** @type {string} */ name) => `postgresql://${databaseName}:${cluster.password}@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: address("postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
  return address(databaseName);
}

/**
 * Starts a Postgres of one's own, for tests, benches and single commands. It ends with `stop`, and also when this process is killed.
 * @param {{ dataFolder: string, port?: number, settings?: Record<string, string> }} options `settings` are Postgres's own, such as `fsync: "off"`.
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataFolder, port, settings }) {
  const cluster = await prepareCluster(dataFolder);
  const postgres = await launchReadyPostgres(cluster, { port, settings });
  const stop = () => stopBySteps(postgres.pid, postgresStopSteps);
  try {
    return { url: await ensureDatabase(cluster, postgres.port), pid: postgres.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
