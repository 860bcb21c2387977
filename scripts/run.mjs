import { checkout } from "./checkout.mjs";
import { mayRunHere, runHere } from "./files-alone.mjs";
import { handOver } from "./handover.mjs";
import { findNewNode, isNodeNewEnough } from "./node-version.mjs";
import { Refusal } from "./refusal.mjs";
import { fileURLToPath } from "node:url";

/** Plain JavaScript that also an old Node parses: it looks for a Node that is new enough, then lets the verb do the rest. */
const verbs = /** @type {const} */ (["start", "dev", "test", "check", "bench", "generate", "migration", "cli"]);

/**
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 */
async function run([verb = "", ...args]) {
  if (!isVerb(verb)) throw new Refusal(`There is no command "${verb}" in ${checkout}; these can be run: ${verbs.join(", ")}.`);
  if (verb === "cli" && mayRunHere(args)) return runHere(args);
  if (!isNodeNewEnough()) return handOver(await findNewNode(), [fileURLToPath(import.meta.url), verb, ...args]);
  const { runVerb } = await import("./verb.mjs");
  return runVerb(verb, args);
}

/** @param {string} name @returns {name is (typeof verbs)[number]} */
function isVerb(name) {
  return verbs.some((verb) => verb === name);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(error instanceof Refusal ? `✗ ${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
}
