import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "../../scripts/checkout.mjs";
import { types } from "../../scripts/gates/types.mjs";
import { type Tree, withPlantedTree } from "./planted-tree.ts";

const ground: Tree = {
  "tsconfig.json": await readFile(join(checkout, "tsconfig.json"), "utf8"),
  "package.json": `{"type":"module"}`,
  "node_modules/.keep": "",
  "core/edge.ts": "export const edge: number = 1;\n",
};

const examine = (tree: Tree) =>
  withPlantedTree({ ...ground, ...tree }, async (root) => {
    await symlink(join(checkout, "node_modules", "@types"), join(root, "node_modules", "@types"));
    return types.examine(root);
  });

test("a wrong type fails the check, in TypeScript and in a script of plain JavaScript", async () => {
  const { ok, summary, output } = await examine({
    "core/node.ts": "export const node: string = 1;\n",
    "scripts/node.mjs": "/** @type {string} */\nexport const node = 1;\n",
  });
  expect({ ok, summary }).toEqual({ ok: false, summary: "2 errors" });
  expect(output).toContain("core/node.ts(1,14): error TS2322");
  expect(output).toContain("scripts/node.mjs(2,14): error TS2322");
});

test("a source file that the compiler left out fails the check", async () => {
  const { ok, summary } = await examine({ "core/other.cjs": "" });
  expect({ ok, summary }).toEqual({ ok: false, summary: "looked at 1 of 2 source files" });
});

test("right types pass", async () => {
  expect(await examine({})).toEqual({ ok: true, output: "", summary: "1 file" });
});
