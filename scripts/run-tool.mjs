import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Runs the command of an installed package and collects what it prints.
 * @param {{manifest: string, args: string[], cwd: string}} tool manifest: the address of the package's package.json
 * @returns {Promise<{exitCode: number, output: string}>}
 */
export function runTool({ manifest, args, cwd }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandFile(manifest), ...args], {
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

/** @param {string} manifest */
function commandFile(manifest) {
  /** @type {{name: string, bin: string | Record<string, string>}} */
  const { name, bin } = JSON.parse(readFileSync(fileURLToPath(manifest), "utf8"));
  const file = typeof bin === "string" ? bin : (bin[name] ?? bin["tsc"]);
  if (file === undefined) throw new Error(`The package ${name} has no command.`);
  return fileURLToPath(new URL(file, manifest));
}
