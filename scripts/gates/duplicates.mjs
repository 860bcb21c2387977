import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runTool } from "../run-tool.mjs";
import { codeFiles } from "../source-files.mjs";
import { counted } from "./gate.mjs";

/** jscpd finds no passage that stands in the house twice. Generated code is left out. */
/** @type {import("./gate.mjs").Gate} */
export const duplicates = {
  name: "duplicates",
  async examine(root) {
    const folder = await mkdtemp(join(tmpdir(), "countersign-duplicates-"));
    try {
      const report = await readReport(root, folder);
      const sources = report.statistics.total.sources;
      if (sources === 0) return { ok: false, summary: "looked at 0 files", output: "jscpd found no file to read." };
      const found = report.duplicates.map((duplicate) => asLine(root, duplicate));
      return {
        ok: found.length === 0,
        summary: found.length === 0 ? counted(sources, "file") : counted(found.length, "passage"),
        output: found.join("\n"),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/**
 * @param {string} root
 * @param {string} folder where jscpd may write
 * @returns {Promise<Report>}
 */
async function readReport(root, folder) {
  const { output } = await runTool({
    manifest: import.meta.resolve("jscpd/package.json"),
    args: ["--config", join(root, ".jscpd.json"), "--absolute", "--reporters", "json", "--output", folder, ...codeFiles(root)],
    cwd: root,
  });
  try {
    return JSON.parse(await readFile(join(folder, "jscpd-report.json"), "utf8"));
  } catch (cause) {
    throw new Error(`jscpd wrote no report: ${output}`, { cause });
  }
}

/**
 * @param {string} root
 * @param {Duplicate} duplicate
 */
function asLine(root, { lines, firstFile, secondFile }) {
  const [first, second] = [firstFile, secondFile].map(({ name, start }) => `${relative(root, name)}:${start}`).toSorted();
  return `${first} and ${second} share ${lines} lines`;
}

/**
 * @typedef {{name: string, start: number, end: number}} Place
 * @typedef {{lines: number, firstFile: Place, secondFile: Place}} Duplicate
 * @typedef {{duplicates: Duplicate[], statistics: {total: {sources: number}}}} Report
 */
