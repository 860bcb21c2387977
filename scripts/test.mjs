import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./browser.mjs";
import { run as check } from "./check.mjs";
import { prepareCheckout } from "./prepared-checkout.mjs";
import { createProgress } from "./progress.mjs";
import { propertyDraw } from "./property-draw.mjs";
import { messageOf, Refusal } from "./refusal.mjs";
import { runRunner } from "./test-stage.mjs";

/** @typedef {{name: string, run: (args: string[]) => Promise<number>}} Stage */

const progress = createProgress();

/**
 * @param {string} project of vitest.config.ts
 * @returns {Stage}
 */
const vitest = (project) => ({
  name: project,
  run: (args) => runRunner(packageFile("vitest", "vitest.mjs"), ["run", "--project", project, ...args]),
});

/** @type {Stage[]} */
const stages = [
  { name: "check", run: check },
  vitest("unit"),
  vitest("integration"),
  { name: "build", run: buildPages },
  vitest("start"),
  { name: "browser", run: (args) => runRunner(packageFile("@playwright/test", "cli.js"), ["test", ...args]) },
];

/** The stages that run the built product; building is quick when nothing changed. */
const stagesOnBuild = ["start", "browser"];

/**
 * Runs every stage, or the one named first with the rest of the arguments for its runner, and prints how long each took.
 * @param {string[]} args
 * @returns {Promise<number>} The exit code: 1 when any stage failed.
 * @throws {Refusal} when there is no stage of that name.
 */
export async function run([only, ...args]) {
  const isWanted = (/** @type {string} */ name) =>
    only === undefined || name === only || (name === "build" && stagesOnBuild.includes(only));
  const wanted = stages.filter(({ name }) => isWanted(name));
  if (only !== undefined && !stages.some(({ name }) => name === only)) {
    throw new Refusal(`There is no stage "${only}"; these can be run: ${stages.map(({ name }) => name).join(", ")}.`);
  }
  // Installations that tests start have their own things to do.
  process.env.COUNTERSIGN_SAMPLES ??= "no";
  if (wanted.some(({ name }) => name === "browser")) process.env.CHROMIUM_PATH = await ensureBrowser(progress);
  console.log(`Property tests draw with seed ${propertyDraw.seed}, ${propertyDraw.runs} runs each.`);
  const results = [];
  for (const stage of wanted) {
    console.log(`\n── ${stage.name}`);
    const startedAt = performance.now();
    const exitCode = await stage.run(stage.name === only ? args : []).catch(tellFailure);
    results.push({ name: stage.name, isPassed: exitCode === 0, seconds: (performance.now() - startedAt) / 1000 });
  }
  console.log(`\n${results.map(asLine).join("\n")}`);
  return results.every(({ isPassed }) => isPassed) ? 0 : 1;
}

/**
 * A stage that breaks is a failed stage; the others still have something to tell.
 * @param {unknown} error
 */
function tellFailure(error) {
  console.error(messageOf(error));
  return 1;
}

async function buildPages() {
  await prepareCheckout({ isToBeBuilt: true }, progress);
  return 0;
}

/** @param {{name: string, isPassed: boolean, seconds: number}} result */
function asLine({ name, isPassed, seconds }) {
  return `${isPassed ? "✓" : "✗"} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`;
}

/**
 * @param {string} packageName
 * @param {string} file
 */
function packageFile(packageName, file) {
  return fileURLToPath(new URL(file, import.meta.resolve(`${packageName}/package.json`)));
}
