import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * The JavaScript file behind a package's command.
 * @param {string} packageName
 * @param {string} command
 * @returns {string}
 */
export function toolPath(packageName, command) {
  const folder = require.resolve.paths(packageName)?.map((path) => join(path, packageName)).find((path) => {
    try {
      return Boolean(readFileSync(join(path, "package.json")));
    } catch {
      return false;
    }
  });
  if (!folder) throw new Error(`The package ${packageName} is not installed. Run npm ci.`);
  const manifestPath = join(folder, "package.json");
  /** @type {{bin: string | Record<string, string>}} */
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  const bin = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[command];
  if (!bin) throw new Error(`The package ${packageName} has no command ${command}.`);
  return join(dirname(manifestPath), bin);
}

/**
 * Runs a command of an installed package and collects what it prints.
 * @param {{packageName: string, command: string, args: string[], cwd: string}} tool
 * @returns {Promise<{exitCode: number, output: string}>}
 */
export function runTool({ packageName, command, args, cwd }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [toolPath(packageName, command), ...args], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}
