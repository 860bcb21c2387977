import { join } from "node:path";
import { findDataFolder, openDataFolder } from "./data-folder.mjs";
import { tryLock } from "./exclusive-lock.mjs";
import { prepareCheckout } from "./prepared-checkout.mjs";
import { createProgress } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";
import { readRunningRecord, removeRunningRecord, writeRunningRecord } from "./running-record.mjs";
import { readStartSettings } from "./start-settings.mjs";
import { supervise } from "./supervisor.mjs";

/**
 * `npm start` and `npm run dev`: from whatever state the checkout is in to an address that can be opened.
 * @param {{ isDev: boolean, onStop: (handler: import("./stop-request.mjs").StopHandler) => void }} options
 * @returns {Promise<number>} The exit code, once everything has stopped.
 */
export async function start({ isDev, onStop }) {
  const progress = createProgress();
  const dataFolder = findDataFolder();
  if (dataFolder.isElsewhere) progress.say(`  Data folder: ${dataFolder.path}, because Postgres's user can't enter this checkout.`);
  openDataFolder(dataFolder.path);
  const release = await tryLock(join(dataFolder.path, "lock"));
  if (release === null) throw alreadyRunning(dataFolder.path);
  try {
    writeRunningRecord(dataFolder.path, {});
    const settings = await readStartSettings();
    await prepareCheckout({ isToBeBuilt: !isDev }, progress);
    return await supervise({ dataFolder: dataFolder.path, settings, isDev, progress, onStop });
  } finally {
    removeRunningRecord(dataFolder.path);
    release();
  }
}

/** @param {string} dataFolder */
function alreadyRunning(dataFolder) {
  const record = readRunningRecord(dataFolder);
  const who = record === null ? "" : ` (process ${record.pid})`;
  if (typeof record?.url === "string") {
    return new Refusal(`Countersign already runs on the data folder ${dataFolder}, at ${record.url}${who}; open that address, or set COUNTERSIGN_DATA and PORT for a second one.`);
  }
  return new Refusal(`Countersign is already starting on the data folder ${dataFolder}${who}; wait for the address it prints, or set COUNTERSIGN_DATA and PORT for a second one.`);
}
