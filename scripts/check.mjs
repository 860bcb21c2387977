import { checkout } from "./checkout.mjs";
import { arrows } from "./gates/arrows.mjs";
import { deadCode } from "./gates/dead-code.mjs";
import { duplicates } from "./gates/duplicates.mjs";
import { exemptions } from "./gates/exemptions.mjs";
import { lint } from "./gates/lint.mjs";
import { names } from "./gates/names.mjs";
import { types } from "./gates/types.mjs";
import { messageOf, Refusal } from "./refusal.mjs";

/** @typedef {import("./gates/gate.mjs").Gate} Gate */

// The slowest first, so that two at a time end together.
const gates = [types, arrows, deadCode, lint, duplicates, names, exemptions];
const gatesAtATime = 2;

/**
 * Examines the checkout with every gate, or with the named ones, and prints what each found.
 * @param {string[]} args names of gates; none means all
 * @returns {Promise<number>} The exit code: 1 when a gate found something or looked at nothing.
 * @throws {Refusal} when a name is not a gate's.
 */
export async function run(args) {
  const unknown = args.find((name) => !gates.some((gate) => gate.name === name));
  if (unknown !== undefined) {
    throw new Refusal(`There is no gate "${unknown}"; these can be checked: ${gates.map((gate) => gate.name).join(", ")}.`);
  }
  const waiting = gates.filter((gate) => args.length === 0 || args.includes(gate.name));
  let isClean = true;
  const examineNext = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      if (!(await examine(gate))) isClean = false;
    }
  };
  await Promise.all(Array.from({ length: gatesAtATime }, examineNext));
  return isClean ? 0 : 1;
}

/** @param {Gate} gate */
async function examine(gate) {
  const startedAt = performance.now();
  const { ok, summary, output } = await gate
    .examine(checkout)
    .catch((error) => ({ ok: false, summary: "could not run", output: messageOf(error) }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? "✓" : "✗"} ${gate.name.padEnd(11)} ${summary.padEnd(24)} ${seconds.padStart(5)} s`);
  if (!ok) console.log(`${output.replace(/^/gm, "    ")}\n`);
  return ok;
}
