import { accessSync, closeSync, constants, existsSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { explainFileError } from "./refusal.mjs";

const sqliteBusy = 5;
const pollIntervalMs = 200;

/**
 * Takes a lock that the operating system gives back when this process ends, kill -9 included; the file stays and means nothing
 * (why: exclusive-lock.decision.md).
 * @param {string} path
 * @returns {Promise<(() => void) | null>} Gives the lock back; null when another process holds it.
 * @throws {import("./refusal.mjs").Refusal} when the file can't be written.
 */
export async function tryLock(path) {
  requireWritable(path);
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(path);
  try {
    // Without a journal in memory the lock would come with a file beside it.
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (typeof error === "object" && error !== null && "errcode" in error && error.errcode === sqliteBusy) return null;
    throw error;
  }
  return () => database.close();
}

/**
 * @param {string} path
 * @param {() => void} onWait Called once when another process holds the lock.
 * @returns {Promise<() => void>} Gives the lock back.
 */
export async function waitForLock(path, onWait) {
  for (let attempt = 0; ; attempt += 1) {
    const release = await tryLock(path);
    if (release !== null) return release;
    if (attempt === 0) onWait();
    await delay(pollIntervalMs);
  }
}

/** @param {string} path */
function requireWritable(path) {
  try {
    // Opening and closing a file that is already locked by this process would give up its lock, so only a new file is opened.
    if (existsSync(path)) accessSync(path, constants.W_OK);
    else closeSync(openSync(path, "a", 0o600));
  } catch (error) {
    throw explainFileError(error, dirname(path));
  }
}
