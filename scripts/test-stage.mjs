import { spawn } from "node:child_process";
import { checkout } from "./checkout.mjs";
import { signalIfAlive } from "./process-life.mjs";
import { guard } from "./watchdog.mjs";

/**
 * Runs a test runner that writes to our terminal. It and all it starts end when we do, kill -9 included.
 * @param {string} program its JavaScript file
 * @param {string[]} args
 * @returns {Promise<number>} Its exit code.
 */
export function runRunner(program, args) {
  return new Promise((resolve, reject) => {
    // A process group of its own, so that its workers can be ended with it.
    const child = spawn(process.execPath, [program, ...args], { cwd: checkout, detached: true, stdio: ["ignore", "inherit", "inherit"] });
    const { pid } = child;
    const unguard = pid === undefined ? () => {} : guard(pid, "command");
    const end = () => pid !== undefined && signalIfAlive(-pid, "SIGKILL");
    process.once("exit", end);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("exit", end);
      unguard();
      resolve(code ?? 1);
    });
  });
}
