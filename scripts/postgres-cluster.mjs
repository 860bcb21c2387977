import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findClosedFolder } from "./path-access.mjs";
import { initialiseCluster } from "./initialised-cluster.mjs";
import { preparePostgresBinaries } from "./postgres-binaries.mjs";
import { findPostgresUser } from "./postgres-user.mjs";
import { makePrivateFolder } from "./private-folder.mjs";
import { explainFileError, Refusal } from "./refusal.mjs";

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
    if (existsSync(join(folder, "PG_VERSION"))) refuseUnusable(cluster);
    else await initialiseCluster(cluster);
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
function refuseUnusable({ folder, binaries, user }) {
  const owner = statSync(folder).uid;
  if (owner !== (user?.uid ?? process.getuid?.())) {
    throw new Refusal(
      `The database in ${folder} belongs to another user (number ${owner}) than the one Postgres would run as now; nothing was changed. ` +
        "Start Countersign as the user who started it before, or set COUNTERSIGN_DATA to another folder.",
    );
  }
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const { version } = JSON.parse(readFileSync(join(dirname(binaries), "package.json"), "utf8"));
  const ours = String(version).split(".")[0];
  if (made === ours) return;
  throw new Refusal(
    `The database in ${folder} was made by Postgres ${made} and this version brings Postgres ${ours}; nothing was changed. ` +
      `Use the version of Countersign that made it to export the database (pg_dump), then start with an empty data folder.`,
  );
}
