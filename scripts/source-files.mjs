import { readdirSync } from "node:fs";
import { join } from "node:path";

const rooms = ["app", "bench", "cli", "components", "core", "prisma", "scripts", "server", "tests"];
const generated = new Set(["server/db/generated", "next-env.d.ts"]);
const source = /\.([cm]?[jt]s|[jt]sx)$/;
const code = /\.([cm]?[jt]s|[jt]sx|css)$/;

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (generated.has(path)) return [];
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}

/**
 * Every file in the rooms of the house and at the top level, generated code left out.
 * @param {string} root the checkout
 * @returns {string[]} paths relative to root, with forward slashes, sorted
 */
function projectFiles(root) {
  const top = readdirSync(root, { withFileTypes: true });
  const topFiles = top.filter((entry) => entry.isFile() && !generated.has(entry.name)).map((entry) => entry.name);
  const folders = top.filter((entry) => entry.isDirectory() && rooms.includes(entry.name));
  return [...topFiles, ...folders.flatMap((entry) => filesBelow(root, entry.name))].toSorted();
}

/**
 * The files of the house that hold TypeScript or JavaScript.
 * @param {string} root the checkout
 * @returns {string[]} paths relative to root
 */
export function sourceFiles(root) {
  return projectFiles(root).filter((path) => source.test(path));
}

/**
 * The files of the house that people wrote by hand: sources and style sheets.
 * @param {string} root the checkout
 * @returns {string[]} paths relative to root
 */
export function codeFiles(root) {
  return projectFiles(root).filter((path) => code.test(path));
}
