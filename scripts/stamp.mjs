import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkout } from "./checkout.mjs";

/**
 * The note that a step leaves inside what it made: removing that removes the note.
 * @typedef {object} Stamp
 * @property {(value: string) => boolean} says
 * @property {(value: string) => void} write
 */

/**
 * @param {string} path Relative to the checkout.
 * @returns {Stamp}
 */
export function stampAt(path) {
  const file = join(checkout, path);
  return {
    says(value) {
      try {
        return readFileSync(file, "utf8") === value;
      } catch {
        return false;
      }
    },
    write(value) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, value);
    },
  };
}
