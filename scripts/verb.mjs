import { enableCompileCache } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { checkout } from "./checkout.mjs";
import { prepareCheckout } from "./prepared-checkout.mjs";
import { Refusal } from "./refusal.mjs";
import { listenForStop } from "./stop-request.mjs";
import { createProgress } from "./progress.mjs";

/** @typedef {"start" | "dev" | "test" | "check" | "bench" | "generate" | "migration" | "cli"} Verb */

/**
 * Runs one verb in a Node that is new enough.
 * @param {Verb} verb
 * @param {string[]} args
 * @returns {Promise<number>} The exit code.
 */
export async function runVerb(verb, args) {
  if (process.platform === "win32") {
    throw new Refusal("Countersign runs on Linux and macOS; on Windows run it in the Windows Subsystem for Linux (wsl --install).");
  }
  silenceExperiments();
  // Programs that npm packages start by name get this Node, not the machine's older one.
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`;
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.CHECKPOINT_DISABLE = "1";
  // Modules are compiled, and freed of their types, once for all processes; where the folder can't be written, each does it anew.
  process.env.NODE_COMPILE_CACHE ??= join(checkout, "node_modules", ".cache", "countersign", "compiled");
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const onStop = listenForStop();
  if (verb === "start" || verb === "dev") {
    const { start } = await import("./start.mjs");
    return start({ isDev: verb === "dev", onStop });
  }
  await prepareCheckout({ isToBeBuilt: false }, createProgress());
  const module = await importVerb(verb);
  return (await module.run(args, onStop)) ?? 0;
}

/**
 * @param {"test" | "check" | "bench" | "generate" | "migration" | "cli"} verb
 * @returns {Promise<{ run: (args: string[], onStop: (handler: import("./stop-request.mjs").StopHandler) => void) => Promise<number | void> }>}
 */
function importVerb(verb) {
  switch (verb) {
    case "test":
      return import("./test.mjs");
    case "check":
      return import("./check.mjs");
    case "bench":
      return import("./bench.mjs");
    case "generate":
      return import("./generate.mjs");
    case "migration":
      return import("./migration.mjs");
    case "cli":
      return import("./cli.mjs");
  }
}

/** Node warns about its own database, which holds our locks, on a channel where people look for our words. */
function silenceExperiments() {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") process.stderr.write(`${warning.name}: ${warning.message}\n`);
  });
}
