import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

/**
 * Digests files of the checkout, so that a step can tell whether its inputs changed since it last ran.
 * @param {string[]} paths Files and folders, relative to the checkout; what is missing counts as missing.
 * @param {{ isLeftOut?: (path: string) => boolean, also?: string[] }} [options] `also`: further text that the result depends on.
 * @returns {string} SHA-256 in hexadecimal.
 */
export function hashInputs(paths, { isLeftOut = () => false, also = [] } = {}) {
  const hash = createHash("sha256");
  for (const text of also) hash.update(`${text}\0`);
  for (const path of paths.flatMap(listFiles).filter((file) => !isLeftOut(file)).toSorted()) {
    const content = readFileSync(join(checkout, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  const stats = statSync(join(checkout, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(checkout, path)).flatMap((name) => listFiles(`${path}/${name}`));
}
