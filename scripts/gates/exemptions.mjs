import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeFiles } from "../source-files.mjs";
import { counted } from "./gate.mjs";

// The classes in brackets keep this file from holding what it looks for.
const exemption = /(oxlint|eslint|stylelint|biome|prettier)-(disabl[e]|ignor[e])|jscpd:ignor[e]|@ts-(ignor[e]|nochec[k]|expect-erro[r])/;

/** No file asks a tool to look away. */
/** @type {import("./gate.mjs").Gate} */
export const exemptions = {
  name: "exemptions",
  async examine(root) {
    const files = codeFiles(root);
    const found = (await Promise.all(files.map((path) => linesWithExemption(root, path)))).flat();
    if (files.length === 0) return { ok: false, summary: "looked at 0 files", output: "There is no code in this folder." };
    return {
      ok: found.length === 0,
      summary: found.length === 0 ? counted(files.length, "file") : counted(found.length, "exemption"),
      output: found.join("\n"),
    };
  },
};

/**
 * @param {string} root
 * @param {string} path
 */
async function linesWithExemption(root, path) {
  const lines = (await readFile(join(root, path), "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    const match = exemption.exec(line);
    return match ? [`${path}:${index + 1} asks a tool to look away with ${match[0]}`] : [];
  });
}
