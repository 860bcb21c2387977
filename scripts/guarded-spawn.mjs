import { spawn } from "node:child_process";
import { guard } from "./watchdog.mjs";

/**
 * Starts a process, in a process group of its own, that is guarded from its first instruction on: a shell waits in its place
 * for a word from us, which comes once the watchdog knows of it. When we are killed in between, the word never comes and nothing was started.
 * @param {import("./watchdog.mjs").WatchedKind} kind
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number, stdout?: "pipe" | "ignore", hasChannel?: boolean }} options
 * @returns {{ child: import("node:child_process").ChildProcess, pid: number }}
 */
export function spawnGuarded(kind, command, args, { stdout = "pipe", hasChannel = false, ...options }) {
  const child = spawn("/bin/sh", ["-c", 'read -r word && exec "$0" "$@"', command, ...args], {
    ...options,
    detached: true,
    stdio: ["pipe", stdout, "pipe", ...(hasChannel ? /** @type {const} */ (["ipc"]) : [])],
  });
  const { pid, stdin } = child;
  if (pid === undefined || stdin === null) return { child, pid: 0 };
  const release = guard(pid, kind);
  child.once("exit", release);
  stdin.on("error", () => {});
  stdin.end("go\n");
  return { child, pid };
}
