import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder for this user alone. Folders above it that have to be made too stay open for passing through,
 * whatever the umask: root's Postgres runs as another user and must reach what is below.
 * @param {string} folder An absolute path; it may exist.
 */
export function makePrivateFolder(folder) {
  const parent = dirname(folder);
  const firstMade = existsSync(parent) ? undefined : mkdirSync(parent, { recursive: true });
  if (firstMade !== undefined) {
    for (let made = parent; made.length >= firstMade.length; made = dirname(made)) chmodSync(made, 0o755);
  }
  // Node's recursive mkdir calls a read-only disk a missing folder, so this one is made plainly.
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
}
