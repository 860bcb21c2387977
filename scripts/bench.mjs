import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkout, typescriptFlags } from "./checkout.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Runs bench/NAME.ts in a process of its own: a table, and last one JSON line `{bench, metrics}`.
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 * @throws {Refusal} when there is no bench of that name.
 */
export async function run(args) {
  const names = listBenches();
  const [name] = args;
  if (name === undefined || !names.includes(name)) {
    throw new Refusal(`${name === undefined ? "Name a bench" : `There is no bench "${name}"`}; these can be run: ${names.join(", ")}.`);
  }
  const child = spawn(process.execPath, [...typescriptFlags, join(checkout, "bench", "harness.ts"), ...args], { stdio: "inherit", cwd: checkout });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** @returns {string[]} */
function listBenches() {
  return readdirSync(join(checkout, "bench"))
    .filter((file) => file.endsWith(".ts") && file !== "harness.ts" && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".ts".length))
    .toSorted();
}
