import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startTimeOf } from "./process-life.mjs";

/**
 * A process that must not outlive us.
 * @typedef {object} Watched
 * @property {number} pid
 * @property {string | null} startTime
 * @property {WatchedKind} kind
 */

/**
 * `program`: leads a process group, leaves by itself when we are gone, is killed when it doesn't. `command`: leads a process group, is killed.
 * `postgres`: is shut down last.
 * @typedef {"postgres" | "program" | "command"} WatchedKind
 */

const respawnDelayMs = 200;
const program = fileURLToPath(new URL("./watchdog-process.mjs", import.meta.url));

/** @type {Set<Watched>} */
const watched = new Set();

/** @type {import("node:child_process").ChildProcess | null} */
let watchdog = null;

/**
 * Makes sure that a process ends when this one does, however this one ends, kill -9 included:
 * a small process holds a pipe to us, and stops what is listed when the pipe closes. It is started again when somebody kills it.
 * @param {number} pid
 * @param {WatchedKind} kind
 * @returns {() => void} Takes the process off the list, because it has ended.
 */
export function guard(pid, kind) {
  const entry = { pid, kind, startTime: startTimeOf(pid) };
  watched.add(entry);
  watchdog ??= launch();
  tell();
  return () => {
    watched.delete(entry);
    tell();
  };
}

function launch() {
  const launched = spawn(process.execPath, [program], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  // Neither the process nor its pipe keeps a program alive that is otherwise done.
  launched.unref();
  /** @type {import("node:net").Socket} */ (launched.stdin).unref();
  launched.stdin.on("error", () => {});
  launched.once("exit", () => {
    setTimeout(() => {
      watchdog = launch();
      tell();
    }, respawnDelayMs).unref();
  });
  return launched;
}

function tell() {
  watchdog?.stdin?.write(`${JSON.stringify([...watched])}\n`);
}
