import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startTimeOf } from "./process-life.mjs";

/**
 * A process that must not outlive us.
 * @typedef {object} Watched
 * @property {number} pid
 * @property {"postgres" | "program"} kind Programs are process groups that leave by themselves when we are gone, and are killed when they don't.
 */

const respawnDelayMs = 200;
const program = fileURLToPath(new URL("./watchdog-process.mjs", import.meta.url));

/**
 * Starts a small process that holds a pipe to this one. When this one is gone without a word, kill -9 included, it stops what it was told to watch.
 * It is started again when somebody kills it.
 * @returns {{ watch: (processes: Watched[]) => void, dismiss: () => void, pid: () => number | undefined }}
 */
export function startWatchdog() {
  /** @type {(Watched & { startTime: string | null })[]} */
  let watched = [];
  let isDismissed = false;
  let child = launch();

  function launch() {
    const launched = spawn(process.execPath, [program], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
    // Neither the process nor its pipe keeps a program alive that is otherwise done.
    launched.unref();
    /** @type {import("node:net").Socket} */ (launched.stdin).unref();
    launched.stdin.on("error", () => {});
    launched.once("exit", () => {
      if (!isDismissed) setTimeout(relaunch, respawnDelayMs).unref();
    });
    return launched;
  }

  function relaunch() {
    if (isDismissed) return;
    child = launch();
    tell();
  }

  function tell() {
    child.stdin.write(`${JSON.stringify(watched)}\n`);
  }

  return {
    watch(processes) {
      watched = processes.map((each) => ({ ...each, startTime: startTimeOf(each.pid) }));
      tell();
    },
    dismiss() {
      isDismissed = true;
      watched = [];
      child.stdin.end("[]\n");
    },
    pid: () => child.pid,
  };
}
