import { watchParent } from "./parent-watch.mjs";

/** npm passes on a Ctrl-C that the terminal has already sent to us, so signals this close together are one. */
const sameSignalMs = 500;

/** What ends a process that is asked to end, with the exit code that says how it was asked. */
/** @typedef {(exitCode: number) => void} StopHandler */

/**
 * Listens for every way in which we are asked to end. Until a handler is set that is an exit, on which what we guard is ended too.
 * @returns {(handler: StopHandler) => void} Sets what to do instead.
 */
export function listenForStop() {
  /** @type {StopHandler} */
  let handler = (exitCode) => process.exit(exitCode);
  let lastAskedAt = Number.NEGATIVE_INFINITY;
  const ask = (/** @type {number} */ exitCode) => {
    const now = performance.now();
    const isSame = now - lastAskedAt < sameSignalMs;
    lastAskedAt = now;
    if (!isSame) handler(exitCode);
  };
  process.on("SIGINT", () => ask(130));
  process.on("SIGTERM", () => ask(143));
  process.on("SIGHUP", () => ask(129));
  watchParent(() => ask(1));
  return (next) => {
    handler = next;
  };
}
