import { statSync } from "node:fs";
import { dirname } from "node:path";

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * @param {string} path
 * @param {Account} account
 * @param {number} permission 1 to enter a folder, 4 to read.
 * @returns {boolean} Whether the mode of a path gives an account that permission.
 */
export function modeAllows(path, account, permission) {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & permission) === permission;
}

/**
 * @param {string} path An absolute path; what does not exist yet is left out.
 * @param {Account} account
 * @returns {string | null} The first folder on the way that the account may not enter.
 */
export function findClosedFolder(path, account) {
  const folders = [];
  for (let folder = path; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of folders) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (stats.isDirectory() && !modeAllows(folder, account, 1)) return folder;
  }
  return null;
}
