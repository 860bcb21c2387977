import { spawn } from "node:child_process";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { spawnGuarded } from "./guarded-spawn.mjs";
import { signalIfAlive } from "./process-life.mjs";

/**
 * @typedef {object} QuietOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {(line: string) => void} [onLine] Hears every line of both channels.
 */

/**
 * Runs a command whose output is kept instead of shown; it ends when we do.
 * @param {string} command
 * @param {string[]} args
 * @param {QuietOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function runQuietly(command, args, { env = process.env, onLine = () => {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const { child, pid } = spawnGuarded("command", command, args, { env, ...options });
    const end = () => signalIfAlive(-pid, "SIGKILL");
    if (pid !== 0) process.once("exit", end);
    const output = { stdout: "", stderr: "" };
    for (const channel of /** @type {const} */ (["stdout", "stderr"])) {
      const input = child[channel];
      if (input === null) continue;
      createInterface({ input }).on("line", (line) => {
        output[channel] += `${line}\n`;
        onLine(line);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", end);
      resolve({ code: code ?? 1, ...output });
    });
  });
}

/**
 * Runs a command that has the terminal to itself.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, onStop?: (handler: import("./stop-request.mjs").StopHandler) => void }} [options] With
 * `onStop` it ends itself when we are asked to end, and is killed when we are asked again.
 * @returns {Promise<number>} Its exit code.
 */
export function runInTerminal(command, args, { env = process.env, cwd, onStop } = {}) {
  return new Promise((resolve, reject) => {
    // Ctrl-C reaches the command by itself, as it shares our process group; only our own early end has to be passed on.
    const child = spawn(command, args, { env, cwd, stdio: "inherit" });
    const end = () => child.kill();
    process.once("exit", end);
    let isAsked = false;
    onStop?.((exitCode) => {
      // Whoever ends from Ctrl-C says so with its exit code.
      child.kill(isAsked ? "SIGKILL" : exitCode === 130 ? "SIGINT" : "SIGTERM");
      isAsked = true;
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", end);
      // As a shell tells it.
      resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]);
    });
  });
}
