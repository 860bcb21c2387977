import { createInterface } from "node:readline";
import { spawnGuarded } from "./guarded-spawn.mjs";
import { stopBySteps, signalIfAlive } from "./process-life.mjs";
import { Refusal } from "./refusal.mjs";

/** What a program tells us: that it serves, or in one sentence why it can't. */
/** @typedef {{ status: "ready", url?: string } | { status: "refused", message: string }} ProgramMessage */

/**
 * One life of a process that the supervisor keeps.
 * @typedef {object} Life
 * @property {number} pid
 * @property {Promise<string | undefined>} ready Resolves with the address, if it has one, when it serves; rejects when it ended before.
 * @property {Promise<string>} ended How it ended, in words: "exit code 1", "SIGKILL".
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/** The contract gives a program five seconds to close. */
const stopPatienceMs = 5_000;

/**
 * Launches one of our TypeScript programs with a channel to us, alone in its process group so that Ctrl-C does not reach it.
 * @param {string[]} args Flags, file and arguments.
 * @param {{ env: NodeJS.ProcessEnv, cwd: string, onLine: (line: string, isError: boolean) => void }} options
 * @returns {Life}
 */
export function launchProgram(args, { env, cwd, onLine }) {
  const { child, pid } = spawnGuarded("program", process.execPath, args, { env, cwd, hasChannel: true });
  let hasEnded = pid === 0;
  /** @type {string[]} */
  const lastErrors = [];
  for (const [channel, isError] of /** @type {const} */ ([[child.stdout, false], [child.stderr, true]])) {
    if (channel === null) continue;
    createInterface({ input: channel }).on("line", (line) => {
      if (isError) lastErrors.push(line);
      if (lastErrors.length > 20) lastErrors.shift();
      onLine(line, isError);
    });
  }
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => {
      hasEnded = true;
      // What it started itself has no one to answer to any more.
      signalIfAlive(-pid, "SIGKILL");
      resolve(signal ?? `exit code ${code}`);
    });
  });
  /** @type {Promise<string | undefined>} */
  const ready = new Promise((resolve, reject) => {
    child.on("message", (message) => {
      const told = readMessage(message);
      if (told?.status === "ready") resolve(told.url);
      if (told?.status === "refused") reject(new Refusal(told.message));
    });
    child.once("close", (code, signal) => reject(new Error(`ended (${signal ?? `exit code ${code}`}) before it served:\n${lastErrors.join("\n")}`)));
  });
  ready.catch(() => {});
  return {
    pid,
    ready,
    ended,
    stop: async () => {
      if (!hasEnded) await stopBySteps(pid, [["SIGTERM", stopPatienceMs]]);
      if (!hasEnded) signalIfAlive(-pid, "SIGKILL");
      await ended;
    },
    kill: () => {
      if (!hasEnded) signalIfAlive(-pid, "SIGKILL");
    },
  };
}

/** @param {unknown} message @returns {ProgramMessage | null} */
function readMessage(message) {
  if (typeof message !== "object" || message === null || !("status" in message)) return null;
  if (message.status === "ready") return { status: "ready", url: "url" in message && typeof message.url === "string" ? message.url : undefined };
  if (message.status === "refused" && "message" in message) return { status: "refused", message: String(message.message) };
  return null;
}
