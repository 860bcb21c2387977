import { watch } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

/** Editors write a file in several steps. */
const settleMs = 200;

/**
 * Calls back when sources that the worker runs have changed, for `npm run dev`.
 * @param {() => void} restart
 * @returns {() => void} Ends the watching.
 */
export function restartOnChange(restart) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const watchers = ["server", "core"].map((folder) =>
    watch(join(checkout, folder), { recursive: true }, (_event, file) => {
      if (file === null || !/(?<!\.test)\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(restart, settleMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
