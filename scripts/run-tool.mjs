import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runQuietly } from "./child-command.mjs";

/**
 * Runs the command of an installed package and collects what it prints.
 * @param {{manifest: string, args: string[], cwd: string}} tool manifest: the address of the package's package.json
 * @returns {Promise<{exitCode: number, output: string}>}
 */
export async function runTool({ manifest, args, cwd }) {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const { code, stdout, stderr } = await runQuietly(process.execPath, [commandFile(manifest), ...args], { cwd, env });
  return { exitCode: code, output: stdout + stderr };
}

/** @param {string} manifest */
function commandFile(manifest) {
  /** @type {{name: string, bin: string | Record<string, string>}} */
  const { name, bin } = JSON.parse(readFileSync(fileURLToPath(manifest), "utf8"));
  // TypeScript's compiler is the one command that isn't called like its package.
  const file = typeof bin === "string" ? bin : (bin[name] ?? bin["tsc"]);
  if (file === undefined) throw new Error(`The package ${name} has no command.`);
  return fileURLToPath(new URL(file, manifest));
}
