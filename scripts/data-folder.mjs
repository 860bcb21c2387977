import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkout } from "./checkout.mjs";
import { findClosedFolder } from "./path-access.mjs";
import { readPostgresAccount } from "./postgres-user.mjs";
import { makePrivateFolder } from "./private-folder.mjs";
import { explainFileError, Refusal } from "./refusal.mjs";

/** The arrangement of files in a data folder that this version knows. */
const layout = 1;

/** Stands for an account that owns nothing. */
const anyoneElse = { uid: -1, gid: -1 };

/**
 * Chooses the data folder: COUNTERSIGN_DATA, else `.countersign` in the checkout. Root's Postgres runs as another user,
 * so in a checkout that this user can't enter it is a folder of its own under /var/lib.
 * @returns {{ path: string, isElsewhere: boolean }} `isElsewhere`: it is neither asked for nor in the checkout, so say where it is.
 */
export function findDataFolder() {
  const asked = process.env.COUNTERSIGN_DATA;
  if (asked) return { path: resolve(asked), isElsewhere: false };
  const own = join(checkout, ".countersign");
  if (process.getuid?.() !== 0 || findClosedFolder(checkout, readPostgresAccount() ?? anyoneElse) === null) return { path: own, isElsewhere: false };
  const name = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  return { path: join("/var/lib/countersign", name), isElsewhere: true };
}

/**
 * Makes the data folder, or accepts the one that is there.
 * @param {string} folder
 * @throws {Refusal} when it can't be written, or a newer version arranged it.
 */
export function openDataFolder(folder) {
  try {
    makePrivateFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    const file = join(folder, "layout.json");
    if (!existsSync(file)) writeWhole(file, `${JSON.stringify({ layout })}\n`);
    const found = readLayout(file);
    if (found > layout) {
      throw new Refusal(
        `The data folder ${folder} is from a newer version of Countersign (layout ${found}, this version knows ${layout}); nothing was changed. ` +
          "Start the newer version, or set COUNTERSIGN_DATA to another folder.",
      );
    }
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

/** @param {string} file @returns {number} */
function readLayout(file) {
  const text = readFileSync(file, "utf8");
  try {
    const { layout: found } = JSON.parse(text);
    if (Number.isInteger(found)) return found;
  } catch {
    // Told below, the same for every way in which the file is damaged.
  }
  throw new Refusal(`The file ${file} can't be read as the layout of a data folder; nothing was changed. Restore it, or set COUNTERSIGN_DATA to another folder.`);
}

/**
 * @param {string} folder
 * @returns {string} COUNTERSIGN_SECRET, else the secret of the data folder, made when it is missing.
 */
export function readSecret(folder) {
  if (process.env.COUNTERSIGN_SECRET) return process.env.COUNTERSIGN_SECRET;
  const file = join(folder, "secret");
  try {
    if (!existsSync(file)) writeWhole(file, `${randomBytes(32).toString("base64url")}\n`);
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

/**
 * Writes a private file so that it is there whole or not at all.
 * @param {string} file
 * @param {string} text
 */
export function writeWhole(file, text) {
  const unfinished = `${file}-unfinished`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}
