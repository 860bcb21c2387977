import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files of a small checkout, by path. */
export type Tree = Record<string, string>;

/**
 * Writes a small checkout into a temporary folder, lends it out, and removes it.
 * @param tree its files
 * @param look what to do with the folder
 * @returns what `look` returns
 */
export async function withPlantedTree<Result>(tree: Tree, look: (root: string) => Promise<Result>): Promise<Result> {
  const root = await mkdtemp(join(tmpdir(), "countersign-planted-"));
  try {
    for (const [path, content] of Object.entries(tree)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return await look(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/**
 * The files of installed packages that export nothing.
 * @param names npm names
 */
export function emptyPackages(...names: string[]): Tree {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "main.js", types: "main.d.ts" })],
      [`node_modules/${name}/main.js`, "module.exports = {};"],
      [`node_modules/${name}/main.d.ts`, "export type Thing = string;"],
    ]),
  );
}
