import { createInterface } from "node:readline";
import { isAlive, signalIfAlive, startTimeOf, stopBySteps, waitUntilGone } from "./process-life.mjs";

/** @typedef {import("./watchdog.mjs").Watched} Watched */

/** How long a program may take to notice by itself that we are gone; with Postgres's steps after it, all is over within ten seconds. */
const programPatienceMs = 3_000;

/** @type {[NodeJS.Signals, number][]} */
const postgresSteps = [
  ["SIGINT", 3_000],
  ["SIGQUIT", 1_500],
  ["SIGKILL", 500],
];

/** @type {Watched[]} */
let watched = [];

// Signals to the terminal's group are for the supervisor; this one leaves when its pipe closes.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  watched = JSON.parse(line);
});
lines.on("close", async () => {
  await Promise.all(watched.filter((each) => each.kind !== "postgres").map(endGroup));
  await Promise.all(watched.filter((each) => each.kind === "postgres").map(endPostgres));
  process.exit(0);
});

/** @param {Watched} listed @returns {boolean} Whether that very process still runs, not a later one with its number. */
function isStillThere({ pid, startTime }) {
  return isAlive(pid) && startTimeOf(pid) === startTime;
}

/** @param {Watched} leader */
async function endGroup(leader) {
  if (!isStillThere(leader)) return;
  if (leader.kind === "program" && (await waitUntilGone(leader.pid, programPatienceMs))) return;
  if (isStillThere(leader)) signalIfAlive(-leader.pid, "SIGKILL");
}

/** @param {Watched} postgres */
async function endPostgres(postgres) {
  if (isStillThere(postgres)) await stopBySteps(postgres.pid, postgresSteps);
}
