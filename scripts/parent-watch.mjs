import { commandLineOf, isAlive, parentOf } from "./process-life.mjs";

/** Set for the newer Node that an older one hands over to. */
export const handoverVariable = "COUNTERSIGN_HANDED_OVER";

const pollIntervalMs = 500;
const firstParent = process.ppid;

/** npm runs a script through a shell, and some shells stay in between. */
function findStarter() {
  return / -c /.test(commandLineOf(firstParent)) ? (parentOf(firstParent) ?? firstParent) : firstParent;
}

/**
 * Calls back once when the process that started us is gone although it should outlive us: npm, or the older Node that handed over.
 * A start from a terminal or a service manager is left alone.
 * @param {() => void} onGone
 */
export function watchParent(onGone) {
  const isHandedOver = process.env[handoverVariable] === String(process.ppid) && process.channel !== undefined;
  if (!isHandedOver && process.env.npm_lifecycle_event === undefined) return;
  const starter = findStarter();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    onGone();
  };
  const timer = setInterval(() => {
    if (process.ppid !== firstParent || !isAlive(starter)) end();
  }, pollIntervalMs);
  timer.unref();
  if (isHandedOver) {
    process.once("disconnect", end);
    // A listener keeps the channel, and by it the process, open; it may end when its work is done.
    process.channel?.unref();
  }
}
