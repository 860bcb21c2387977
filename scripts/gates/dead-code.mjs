import { runTool } from "../run-tool.mjs";
import { counted } from "./gate.mjs";

/** knip finds no file, export, type or dependency that nothing uses, and no dependency that is used but not declared. */
/** @type {import("./gate.mjs").Gate} */
export const deadCode = {
  name: "dead-code",
  async examine(root) {
    const { exitCode, output } = await runTool({
      manifest: new URL("../package.json", import.meta.resolve("knip")).href,
      args: ["--no-progress", "--treat-config-hints-as-errors", "--reporter", "compact"],
      cwd: root,
    });
    const lines = output.split("\n").filter((line) => line.trim() !== "");
    return {
      ok: exitCode === 0,
      summary: exitCode === 0 ? "none" : counted(lines.filter((line) => line.includes(":")).length, "finding"),
      output: exitCode === 0 ? "" : lines.join("\n"),
    };
  },
};
