import { createInterface } from "node:readline";
import { isAlive, signalIfAlive, startTimeOf, stopBySteps, waitUntilGone } from "./process-life.mjs";

/** @typedef {import("./watchdog.mjs").Watched & { startTime: string | null }} Listed */

/** How long a program may take to notice by itself that we are gone; with Postgres's steps after it, all is over within ten seconds. */
const programPatienceMs = 3_000;

/** @type {[NodeJS.Signals, number][]} */
const postgresSteps = [
  ["SIGINT", 3_000],
  ["SIGQUIT", 1_500],
  ["SIGKILL", 500],
];

/** @type {Listed[]} */
let watched = [];

// Signals to the terminal's group are for the supervisor; this one leaves when its pipe closes.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  watched = JSON.parse(line);
});
lines.on("close", async () => {
  await Promise.all(watched.filter((each) => each.kind === "program").map(endProgram));
  await Promise.all(watched.filter((each) => each.kind === "postgres").map(endPostgres));
  process.exit(0);
});

/** @param {Listed} listed @returns {boolean} Whether that very process still runs, not a later one with its number. */
function isStillThere({ pid, startTime }) {
  return isAlive(pid) && startTimeOf(pid) === startTime;
}

/** @param {Listed} program */
async function endProgram(program) {
  if (!isStillThere(program) || (await waitUntilGone(program.pid, programPatienceMs))) return;
  if (isStillThere(program)) signalIfAlive(-program.pid, "SIGKILL");
}

/** @param {Listed} postgres */
async function endPostgres(postgres) {
  if (isStillThere(postgres)) await stopBySteps(postgres.pid, postgresSteps);
}
