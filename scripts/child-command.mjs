import { spawn } from "node:child_process";
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
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<number>} Its exit code.
 */
export function runInTerminal(command, args, { env = process.env, cwd } = {}) {
  return new Promise((resolve, reject) => {
    // Ctrl-C reaches the command by itself, as it shares our process group; only our own early end has to be passed on.
    const child = spawn(command, args, { env, cwd, stdio: "inherit" });
    const end = () => child.kill();
    process.once("exit", end);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("exit", end);
      resolve(code ?? 1);
    });
  });
}
