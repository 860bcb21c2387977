import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { signalIfAlive } from "./process-life.mjs";
import { guard } from "./watchdog.mjs";

/**
 * @typedef {object} QuietOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {(line: string) => void} [onLine] Hears every line of both channels.
 */

/**
 * Runs a command whose output is kept instead of shown; it ends when we do.
 * @param {string} command
 * @param {string[]} args
 * @param {QuietOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function runQuietly(command, args, { env = process.env, cwd, onLine = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const release = endWithUs(child);
    const output = { stdout: "", stderr: "" };
    for (const channel of /** @type {const} */ (["stdout", "stderr"])) {
      createInterface({ input: child[channel] }).on("line", (line) => {
        output[channel] += `${line}\n`;
        onLine(line);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      release();
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

/** @param {import("node:child_process").ChildProcess} child */
function endWithUs(child) {
  const { pid } = child;
  if (pid === undefined) return () => {};
  const unguard = guard(pid, "command");
  const end = () => signalIfAlive(-pid, "SIGKILL");
  process.once("exit", end);
  return () => {
    process.off("exit", end);
    unguard();
  };
}
