import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build, isBuilt } from "./build.mjs";
import { checkout } from "./checkout.mjs";
import { waitForLock } from "./exclusive-lock.mjs";
import { generateClient, isClientGenerated } from "./generate.mjs";
import { install, isInstalled } from "./install.mjs";
import { explainFileError } from "./refusal.mjs";

/**
 * Installs, generates and builds what is missing or older than its sources. Two starts at once in one checkout take turns.
 * @param {{ isToBeBuilt: boolean }} options
 * @param {import("./progress.mjs").Progress} progress
 */
export async function prepareCheckout({ isToBeBuilt }, progress) {
  const isReady = () => isInstalled() && isClientGenerated() && (!isToBeBuilt || isBuilt());
  try {
    if (isReady()) return;
    const release = await lockCheckout(progress);
    try {
      if (!isInstalled()) await progress.step("Installing packages", "Packages installed", install);
      if (!isClientGenerated()) await progress.step("Making the database client", "Database client made", generateClient);
      if (isToBeBuilt && !isBuilt()) await progress.step("Building the pages", "Pages built", build);
    } finally {
      release();
    }
  } catch (error) {
    throw explainFileError(error, checkout);
  }
}

/** @param {import("./progress.mjs").Progress} progress */
async function lockCheckout(progress) {
  const folder = join(checkout, ".countersign");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return waitForLock(join(folder, "checkout-lock"), () => progress.say("  Another command installs or builds in this checkout; waiting for it."));
}
