import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findClosedFolder } from "./path-access.mjs";
import { preparePostgresBinaries } from "./postgres-binaries.mjs";
import { findPostgresUser } from "./postgres-user.mjs";
import { makePrivateFolder } from "./private-folder.mjs";
import { diskFull, explainFileError, messageOf, Refusal, saysDiskIsFull } from "./refusal.mjs";

/** The name of the database's owner and of the database itself. */
export const databaseName = "countersign";

/**
 * A Postgres database folder that is ready to be served.
 * @typedef {object} Cluster
 * @property {string} folder
 * @property {string} binaries
 * @property {{ uid: number, gid: number } | null} user
 * @property {string} password
 */

/**
 * Makes the database folder inside a data folder, or opens the one that is there.
 * @param {string} dataFolder
 * @returns {Promise<Cluster>}
 * @throws {Refusal} when the disk is full, the folder can't be used, or another version of Postgres made it.
 */
export async function prepareCluster(dataFolder) {
  const user = findPostgresUser();
  const folder = join(dataFolder, "postgres");
  try {
    makePrivateFolder(dataFolder);
    if (user !== null) letEnter(dataFolder, user);
    const binaries = preparePostgresBinaries(dataFolder, user);
    const password = readPassword(join(dataFolder, "postgres-password"));
    const cluster = { folder, binaries, user, password };
    if (existsSync(join(folder, "PG_VERSION"))) refuseOtherVersion(cluster);
    else await initialise(cluster);
    return cluster;
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
}

/**
 * @param {string} dataFolder
 * @param {{ uid: number, gid: number }} user
 */
function letEnter(dataFolder, user) {
  const closed = findClosedFolder(dirname(dataFolder), user);
  if (closed !== null) {
    throw new Refusal(
      `Postgres does not run as root, and its user can't enter ${closed}, which holds the data folder ${dataFolder}; ` +
        `set COUNTERSIGN_DATA to a folder such as /var/lib/countersign.`,
    );
  }
  chownSync(dataFolder, -1, user.gid);
  chmodSync(dataFolder, 0o710);
}

/** @param {string} path */
function readPassword(path) {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(path, "utf8").trim();
}

/** @param {Cluster} cluster */
function refuseOtherVersion({ folder, binaries }) {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const { version } = JSON.parse(readFileSync(join(dirname(binaries), "package.json"), "utf8"));
  const ours = String(version).split(".")[0];
  if (made === ours) return;
  throw new Refusal(
    `The database in ${folder} was made by Postgres ${made} and this version brings Postgres ${ours}; nothing was changed. ` +
      `Use the version of Countersign that made it to export the database (pg_dump), then start with an empty data folder.`,
  );
}

/**
 * Makes the database beside its final place and moves it there whole, so that a kill in between leaves nothing half-made.
 * @param {Cluster} cluster
 */
async function initialise({ folder, binaries, user, password }) {
  const unfinished = `${folder}-unfinished`;
  const passwordFile = `${folder}-password-once`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const options = [
    `--pgdata=${unfinished}`,
    `--username=${databaseName}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Postgres's own locale sorts the same on every machine and outlives an upgrade of the system's libraries.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
  ];
  try {
    await promisify(execFile)(join(binaries, "bin", "initdb"), options, { ...(user ?? {}), cwd: dirname(folder), env: postgresEnvironment() });
  } catch (error) {
    const output = messageOf(error);
    rmSync(unfinished, { recursive: true, force: true });
    if (saysDiskIsFull(output)) throw diskFull(folder, error);
    throw new Error(`initdb could not make the database in ${folder}: ${output}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folder);
}

/** @returns {NodeJS.ProcessEnv} An environment in which nobody's PGDATA, PGPORT or locale reaches Postgres, and its messages are in English. */
export function postgresEnvironment() {
  const { PATH } = process.env;
  return { NODE_ENV: process.env.NODE_ENV, PATH, LC_ALL: "C", TZ: "UTC" };
}
