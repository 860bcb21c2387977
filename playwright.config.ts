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
    // Filming every test takes as long as the tests themselves; the pages' states are kept all the same.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: { args: browserArguments, ...(executablePath === null ? {} : { executablePath }) },
  },
});
