import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runQuietly } from "./child-command.mjs";
import { Refusal } from "./refusal.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const advice = "install Chromium or Google Chrome, or set CHROMIUM_PATH to one";

/**
 * What a Chromium of a test run is told: no sandbox, as root can't have one, and no calls of its own to the network.
 */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @returns {Promise<string | null>} The path of a Chromium that runs here; null when there is none.
 * @throws {Refusal} when CHROMIUM_PATH names something else.
 */
export async function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (answers(wanted)) return wanted;
    throw new Refusal(`CHROMIUM_PATH is ${wanted}, which is no browser that runs here; ${advice} that does.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const installed = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...installed, ...macApplications, await playwrightsOwn()].find(answers) ?? null;
}

/**
 * Finds a Chromium for the browser tests, and brings one when there is none.
 * @param {import("./progress.mjs").Progress} progress
 * @returns {Promise<string>} its path
 * @throws {Refusal} when there is none and none can be brought.
 */
export async function ensureBrowser(progress) {
  const found = await findBrowser();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await progress.step("Installing Chromium from the system's packages", "Chromium looked for in the system's packages", async (onLine) => {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      await runQuietly("apt-get", ["update"], { env, onLine });
      await runQuietly("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env, onLine });
    });
    const fromSystem = await findBrowser();
    if (fromSystem !== null) return fromSystem;
  }
  await progress.step("Downloading Chromium", "Chromium looked for at Playwright's", (onLine) => {
    const cli = fileURLToPath(new URL("cli.js", import.meta.resolve("@playwright/test/package.json")));
    return runQuietly(process.execPath, [cli, "install", "chromium"], { onLine });
  });
  const downloaded = await findBrowser();
  if (downloaded !== null) return downloaded;
  throw new Refusal(`The browser tests need a Chromium, and none could be found or downloaded; ${advice}, then run npm test again.`);
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** Some systems have a placeholder of that name which only says where to get the real one, so we ask it.
 * @param {string} path
 */
function answers(path) {
  if (!existsSync(path)) return false;
  try {
    return /Chrom(e|ium)\b.* \d+\./.test(execFileSync(path, ["--version"], { encoding: "utf8", timeout: 20_000, stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return false;
  }
}
