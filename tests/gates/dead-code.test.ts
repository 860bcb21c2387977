import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { deadCode } from "../../scripts/gates/dead-code.mjs";
import { emptyPackages, type Tree, withPlantedTree } from "./planted-tree.ts";

const configuration = await readFile(new URL("../../knip.json", import.meta.url), "utf8");

const manifest = (dependencies: Record<string, string> = {}) =>
  JSON.stringify({ name: "planted", type: "module", scripts: { start: "node scripts/run.mjs start" }, dependencies });

const ground: Tree = {
  "knip.json": configuration,
  "package.json": manifest(),
  "scripts/run.mjs": "import { edge } from './edge.mjs';\nconsole.log(edge);\n",
  "scripts/edge.mjs": "export const edge = 1;\n",
  // The doors that knip.json names: it complains about one that is gone.
  ...Object.fromEntries(["server/web.ts", "server/worker.ts", "cli/main.ts", "bench/live.ts", "server/db/create-migration.ts"].map((path) => [path, ""])),
};

const findings = async (tree: Tree) => {
  const { ok, output } = await withPlantedTree({ ...ground, ...tree }, deadCode.examine);
  return ok ? "" : output;
};

test("a tree in which everything is used passes", async () => {
  expect(await findings({})).toBe("");
});

test("an export that nobody imports fails the check", async () => {
  expect(await findings({ "scripts/edge.mjs": "export const edge = 1;\nexport const unused = 2;\n" })).toContain("unused");
});

test("a file that nobody imports fails the check", async () => {
  expect(await findings({ "core/lonely.ts": "export const lonely = 1;\n" })).toContain("core/lonely.ts");
});

test("a dependency that nothing uses fails the check", async () => {
  expect(await findings({ "package.json": manifest({ superfluous: "1.0.0" }), ...emptyPackages("superfluous") })).toContain("superfluous");
});

test("a package that is used but not declared fails the check", async () => {
  expect(await findings({ "scripts/edge.mjs": "import 'undeclared';\nexport const edge = 1;\n", ...emptyPackages("undeclared") })).toContain("undeclared");
});

test("a check that found none of the doors fails", async () => {
  const { ok } = await withPlantedTree({ "knip.json": configuration, "package.json": JSON.stringify({ name: "planted" }) }, deadCode.examine);
  expect(ok).toBe(false);
});
