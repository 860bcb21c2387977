import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./data-folder.mjs";
import { isAlive } from "./process-life.mjs";
import { explainFileError } from "./refusal.mjs";

/**
 * What a running supervisor says about itself in its data folder. Only the lock tells whether it still runs.
 * @typedef {object} RunningRecord
 * @property {number} pid
 * @property {string | null} url Null until it takes visitors.
 * @property {string | null} databaseUrl Null until its database takes connections.
 * @property {string} startedAt
 */

const name = "running.json";

/**
 * @param {string} dataFolder
 * @param {Partial<Pick<RunningRecord, "url" | "databaseUrl">>} known
 */
export function writeRunningRecord(dataFolder, { url = null, databaseUrl = null }) {
  /** @type {RunningRecord} */
  const record = { pid: process.pid, url, databaseUrl, startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString() };
  try {
    writeWhole(join(dataFolder, name), `${JSON.stringify(record)}\n`);
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
}

/**
 * @param {string} dataFolder
 * @returns {RunningRecord | null} What the holder of the lock wrote; null when it has not written yet.
 */
export function readRunningRecord(dataFolder) {
  try {
    /** @type {RunningRecord} */
    const record = JSON.parse(readFileSync(join(dataFolder, name), "utf8"));
    // A record of an earlier holder that was killed stays until the next one writes its own.
    return isAlive(record.pid) ? record : null;
  } catch {
    return null;
  }
}

/** @param {string} dataFolder */
export function removeRunningRecord(dataFolder) {
  rmSync(join(dataFolder, name), { force: true });
}
