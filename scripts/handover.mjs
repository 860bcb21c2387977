import { spawn } from "node:child_process";
import { dirname, delimiter } from "node:path";
import { handoverVariable, watchParent } from "./parent-watch.mjs";

/** Longer than an orderly stop of everything takes. */
const patienceMs = 15_000;

/**
 * Runs the same command in another Node, and ends when it ends; it ends when we do.
 * @param {string} node Path of the executable.
 * @param {string[]} args
 * @returns {Promise<number>} Its exit code.
 */
export function handOver(node, args) {
  const child = spawn(node, args, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`, [handoverVariable]: String(process.pid) },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  watchParent(() => {
    if (child.connected) child.disconnect();
    setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}
