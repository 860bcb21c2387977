import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { types } from "../../scripts/gates/types.mjs";
import { type Tree, withPlantedTree } from "./planted-tree.ts";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const configuration = await readFile(join(checkout, "tsconfig.json"), "utf8");

const examine = (tree: Tree) =>
  withPlantedTree({ "tsconfig.json": configuration, "package.json": `{"type":"module"}`, ...tree }, async (root) => {
    await symlink(join(checkout, "node_modules", "@types"), join(root, "node_modules", "@types")).catch(() => {});
    return types.examine(root);
  });

const installed: Tree = { "node_modules/.keep": "" };

test("a wrong type fails the check", async () => {
  const { ok, output } = await examine({ ...installed, "core/edge.ts": "export const edge: string = 1;\n" });
  expect(ok).toBe(false);
  expect(output).toContain("core/edge.ts(1,14): error TS2322");
});

test("a wrong type in a script of plain JavaScript fails the check", async () => {
  const { ok, output } = await examine({ ...installed, "scripts/edge.mjs": "/** @type {string} */\nexport const edge = 1;\n" });
  expect(ok).toBe(false);
  expect(output).toContain("scripts/edge.mjs(2,14): error TS2322");
});

test("a source file that the compiler left out fails the check", async () => {
  const { ok, summary } = await examine({ ...installed, "core/edge.ts": "export const edge = 1;\n", "core/other.cjs": "" });
  expect({ ok, summary }).toEqual({ ok: false, summary: "looked at 1 of 2 source files" });
});

test("right types pass", async () => {
  const { ok, output, summary } = await examine({ ...installed, "core/edge.ts": "export const edge: number = 1;\n" });
  expect({ ok, output, summary }).toEqual({ ok: true, output: "", summary: "1 file" });
});
