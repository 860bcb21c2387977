import { basename } from "node:path";

/**
 * @param {string} [node] The Node that is to run npm; without it npm's own.
 * @returns {[string, string[]]} The program and its first arguments: the npm that started us, else the one on the PATH.
 */
export function npmCommand(node = process.execPath) {
  const path = process.env.npm_execpath ?? "";
  return basename(path) === "npm-cli.js" ? [node, [path]] : ["npm", []];
}
