import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { run as check } from "../../scripts/check.mjs";
import { Refusal } from "../../scripts/refusal.mjs";
import { run as runTests } from "../../scripts/test.mjs";
import { withPlantedTree } from "./planted-tree.ts";

afterEach(() => vi.unstubAllEnvs());

test("a gate that doesn't exist is refused with the names of those that do", async () => {
  await expect(check(["nonsense"])).rejects.toThrow(new Refusal('There is no gate "nonsense"; these can be checked: types, arrows, dead-code, lint, duplicates, names, exemptions.'));
});

test("a stage that doesn't exist is refused with the names of those that do", async () => {
  await expect(runTests(["nonsense"])).rejects.toThrow(new Refusal('There is no stage "nonsense"; these can be run: check, unit, integration, build, start, browser.'));
});

const program = (words: string) => `#!/bin/sh\necho "${words}"\n`;

const withPrograms = <Result>(programs: Record<string, string>, look: (folder: string) => Promise<Result>) =>
  withPlantedTree(programs, async (folder) => {
    for (const name of Object.keys(programs)) await chmod(join(folder, name), 0o755);
    return look(folder);
  });

test("a placeholder that only says where to get Chromium is passed over", async () => {
  const programs = { "chromium-browser": program("Please run: snap install chromium"), "google-chrome": program("Google Chrome 141.0.7390.54") };
  await withPrograms(programs, async (folder) => {
    vi.stubEnv("CHROMIUM_PATH", "");
    vi.stubEnv("PATH", folder);
    expect(await findBrowser()).toBe(join(folder, "google-chrome"));
  });
});

test("CHROMIUM_PATH goes before what the system has", async () => {
  const programs = { chromium: program("Chromium 140.0.1.2"), mine: program("Chromium 143.0.1.2 built on Debian") };
  await withPrograms(programs, async (folder) => {
    vi.stubEnv("CHROMIUM_PATH", join(folder, "mine"));
    vi.stubEnv("PATH", folder);
    expect(await findBrowser()).toBe(join(folder, "mine"));
  });
});

test("a CHROMIUM_PATH that leads to something else is refused in a sentence", async () => {
  await withPrograms({ mine: program("Nothing of that sort") }, async (folder) => {
    vi.stubEnv("CHROMIUM_PATH", join(folder, "mine"));
    await expect(findBrowser()).rejects.toThrow(Refusal);
  });
});
