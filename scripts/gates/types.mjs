import { mkdirSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { runTool } from "../run-tool.mjs";
import { sourceFiles } from "../source-files.mjs";
import { counted, refuseUnseen } from "./gate.mjs";

/** TypeScript finds no error, in JavaScript files neither, and looked at every source file. */
/** @type {import("./gate.mjs").Gate} */
export const types = {
  name: "types",
  async examine(root) {
    const expected = sourceFiles(root);
    const cache = resolve(root, "node_modules/.cache/countersign");
    mkdirSync(cache, { recursive: true });
    const { exitCode, output } = await runTool({
      manifest: import.meta.resolve("typescript/package.json"),
      args: ["--noEmit", "--pretty", "false", "--listFiles", "--tsBuildInfoFile", resolve(cache, "types.tsbuildinfo")],
      cwd: root,
    });
    const lines = output.split("\n");
    const isListed = (/** @type {string} */ line) => resolve(root, line) === line.trim().split("/").join(sep);
    const seen = new Set(lines.filter(isListed).map((line) => relative(root, line).split(sep).join("/")));
    const complaints = lines.filter((line) => line.trim() !== "" && !isListed(line));
    if (exitCode !== 0) {
      const errors = complaints.filter((line) => /error TS\d+/.test(line)).length;
      return { ok: false, summary: counted(errors, "error"), output: complaints.join("\n") };
    }
    return refuseUnseen(expected, seen, "tsc") ?? { ok: true, summary: counted(expected.length, "file"), output: "" };
  },
};
