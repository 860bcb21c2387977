import { runTool } from "../run-tool.mjs";
import { sourceFiles } from "../source-files.mjs";
import { counted } from "./gate.mjs";

/** oxlint finds nothing wrong or suspicious, and looked at every source file. */
/** @type {import("./gate.mjs").Gate} */
export const lint = {
  name: "lint",
  async examine(root) {
    const expected = sourceFiles(root);
    if (expected.length === 0) return tooFew(0, expected);
    const { output } = await runTool({
      manifest: import.meta.resolve("oxlint/package.json"),
      args: ["--config", ".oxlintrc.json", "--deny-warnings", "--report-unused-disable-directives", "--format", "json", ...expected],
      cwd: root,
    });
    /** @type {{diagnostics: Diagnostic[], number_of_files: number}} */
    const report = JSON.parse(output);
    if (report.diagnostics.length > 0) {
      return {
        ok: false,
        summary: counted(report.diagnostics.length, "finding"),
        output: report.diagnostics.map(asLine).join("\n"),
      };
    }
    if (report.number_of_files < expected.length) return tooFew(report.number_of_files, expected);
    return { ok: true, summary: counted(report.number_of_files, "file"), output: "" };
  },
};

/**
 * @param {number} seen
 * @param {string[]} expected
 */
function tooFew(seen, expected) {
  return { ok: false, summary: `looked at ${seen} of ${expected.length} source files`, output: "oxlint left source files out." };
}

/** @typedef {{filename: string, message: string, code?: string, help?: string, labels: {span: {line: number, column: number}}[]}} Diagnostic */

/** @param {Diagnostic} diagnostic */
function asLine({ filename, message, code = "oxlint", help, labels }) {
  const span = labels[0]?.span;
  const place = span ? `${filename}:${span.line}:${span.column}` : filename;
  return `${place} ${code}: ${message}${help ? ` ${help}` : ""}`;
}
