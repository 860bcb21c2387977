import { defineConfig } from "@playwright/test";
import { browserArguments, findBrowser } from "./scripts/browser.mjs";

const executablePath = await findBrowser();

/** The browser stage of `npm test`. Every worker starts an installation of its own, so two fill a small machine. */
export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    viewport: { width: 1440, height: 900 },
    // Filming every test, or keeping its pages' states, takes longer than it helps: a failure has its picture and its page in words.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: { args: browserArguments, ...(executablePath === null ? {} : { executablePath }) },
  },
});
