import { existsSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { checkout } from "./checkout.mjs";

/** Verbs that need no database, no build and no newer Node than the packages themselves do. */
const verbs = ["check", "schema", "version", "--version", "-v", "help", "--help", "-h"];

/** How this Node comes to run the TypeScript of this checkout. */
const ways = /** @type {const} */ ({ itself: 0, transformed: 1, not: 2 });

/**
 * Whether a verb of the command line can run right here: it works on files alone, the packages are there, and this Node
 * reads TypeScript or can be taught to. Everything else takes the long way, which brings what is missing.
 * @param {string[]} args
 */
export function mayRunHere(args) {
  const [verb = "help"] = args;
  return verbs.includes(verb) && existsSync(join(checkout, "node_modules", "zod")) && wayOf() !== ways.not;
}

/**
 * Runs such a verb in this very process, so that its first words are there as soon as Node is.
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 */
export async function runHere(args) {
  process.removeAllListeners("warning");
  // Patterns that rules read prose with are used a few times here: making them faster takes longer than they then save.
  setFlagsFromString("--no-regexp-optimization");
  if (wayOf() === ways.transformed) register("./strip-types.mjs", import.meta.url);
  const main = join(checkout, "cli", "main.ts");
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
  return Number(process.exitCode ?? 0);
}

/** Node strips types by itself since 22.18 and 23.6; the package that does it for others asks for 20.19 or 22.12. */
function wayOf() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const { typescript } = /** @type {{ typescript?: unknown }} */ (process.features);
  if (typescript !== undefined && typescript !== false) return ways.itself;
  const isKnown = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  return isKnown && existsSync(join(checkout, "node_modules", "rolldown")) ? ways.transformed : ways.not;
}
