import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { codeOf } from "./refusal.mjs";

const pollIntervalMs = 25;

/**
 * Tells a process apart from a later one that got the same number.
 * @param {number} pid
 * @returns {string | null} When the process started, in the system's own words; null when there is none.
 */
export function startTimeOf(pid) {
  if (process.platform === "linux") {
    const fields = readLinuxStat(pid);
    return fields === null || fields[0] === "Z" ? null : (fields[19] ?? null);
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {string[] | null} The fields after the name, from the state on. */
function readLinuxStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name is in parentheses and may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {number | null} The process that started it, null when there is no such process. */
export function parentOf(pid) {
  try {
    const parent = process.platform === "linux" ? readLinuxStat(pid)?.[1] : execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
    return parent === undefined ? null : Number(parent);
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {boolean} Whether the process runs; one that ended but was not yet collected does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  return process.platform !== "linux" || readLinuxStat(pid)?.[0] !== "Z";
}

/** @param {number} pid @returns {string} The command line of a process, "" when it can't be read. */
export function commandLineOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/**
 * @param {number} pid A process or, negative, a process group.
 * @param {NodeJS.Signals} signal
 * @returns {boolean} Whether there was anything to signal.
 */
export function signalIfAlive(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {number} pid
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} Whether the process ended in time.
 */
export async function waitUntilGone(pid, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() >= deadline) return false;
    await delay(pollIntervalMs);
  }
  return true;
}

/**
 * Stops a process by ever firmer signals, each with its own patience.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} steps Signal and how many milliseconds it may take to work.
 */
export async function stopBySteps(pid, steps) {
  for (const [signal, patienceMs] of steps) {
    if (!signalIfAlive(pid, signal) || (await waitUntilGone(pid, patienceMs))) return;
  }
}
