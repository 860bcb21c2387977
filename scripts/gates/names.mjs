import { codeFiles } from "../source-files.mjs";
import { counted } from "./gate.mjs";

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const vague = new Set(["util", "utils", "helper", "helpers", "common", "lib", "manager", "wrapper", "misc"]);
// The framework's own spellings for folders of routes: groups, parameters, slots, an underscore that is part of the address.
const routeFolder = /^(\(|\[\[?(\.\.\.)?|@|_|%5F)?([a-zA-Z0-9-]+)(\)|\]\]?)?$/;

/**
 * What is wrong with the name of one file.
 * @param {string} path relative to the checkout
 * @returns {string[]}
 */
export function nameComplaints(path) {
  const folders = path.split("/");
  const file = folders.pop() ?? "";
  const stem = file.replace(/^\./, "").split(".")[0] ?? "";
  const complaints = [];
  if (stem === "index") complaints.push("is a barrel: import the file that owns the thing");
  if (!kebab.test(stem)) complaints.push("is not kebab-case");
  for (const word of stem.split("-")) if (vague.has(word)) complaints.push(`says "${word}", not what it holds`);
  for (const folder of folders) {
    if (vague.has(folder)) complaints.push(`lies in "${folder}", a folder without a noun`);
    const spelled = folders[0] === "app" ? routeFolder.test(folder) : kebab.test(folder);
    if (!spelled) complaints.push(`lies in "${folder}", which is not kebab-case`);
  }
  return complaints.map((complaint) => `${path} ${complaint}`);
}

/** Every code file is named for what it holds, and none is a barrel. */
/** @type {import("./gate.mjs").Gate} */
export const names = {
  name: "names",
  async examine(root) {
    const files = codeFiles(root);
    const complaints = files.flatMap(nameComplaints);
    if (files.length === 0) return { ok: false, summary: "looked at 0 files", output: "There is no code in this folder." };
    return {
      ok: complaints.length === 0,
      summary: complaints.length === 0 ? counted(files.length, "file") : counted(complaints.length, "name"),
      output: complaints.join("\n"),
    };
  },
};
