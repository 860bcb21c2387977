import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { checkout } from "./checkout.mjs";
import { npmCommand } from "./npm-command.mjs";
import { createProgress } from "./progress.mjs";
import { messageOf, Refusal } from "./refusal.mjs";

/** The oldest Node that runs TypeScript as it is and brings the database we lock with; package.json's `engines` says the same. */
const oldest = [22, 13];

/** What is fetched when this Node is too old. */
const fetchedPackage = "node@24";

/** @returns {boolean} Whether this very Node can run the product; some distributions build Node without the parts we need. */
export function isNodeNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > Number(oldest[0]) || (major === oldest[0] && minor >= Number(oldest[1]));
  return isNew && builtinModules.includes("node:sqlite") && process.allowedNodeEnvironmentFlags.has("--experimental-strip-types");
}

/**
 * Finds a Node that is new enough: the one found last time, else npm's.
 * @returns {Promise<string>} The path of its executable.
 * @throws {Refusal} when npm can't bring one.
 */
export async function findNewNode() {
  return (await findRememberedNode()) ?? (await fetchNode());
}

/** The note of where the fetched Node is lies with the user, because npm keeps that Node there too. */
function rememberedPath() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "countersign", "node-path");
}

async function findRememberedNode() {
  try {
    const path = readFileSync(rememberedPath(), "utf8").trim();
    return (await isUsable(path)) ? path : null;
  } catch {
    return null;
  }
}

/** @param {string} path */
async function isUsable(path) {
  const question = 'process.versions.node + " " + require("node:module").builtinModules.includes("node:sqlite")';
  const { stdout } = await promisify(execFile)(path, ["-p", question]);
  const [major = 0, minor = 0] = stdout.split(".").map(Number);
  return stdout.trim().endsWith("true") && (major > Number(oldest[0]) || (major === oldest[0] && minor >= Number(oldest[1])));
}

async function fetchNode() {
  const found = `Countersign needs Node ${oldest.join(".")} or newer and this is Node ${process.versions.node}`;
  try {
    const path = await createProgress().step(`${found}; fetching Node 24 through npm`, "Node 24 is here", async () => {
      const [npm, npmArguments] = npmCommand();
      // npm's Node is put in place by an install script, which a user's settings may have turned off.
      const args = ["exec", "--yes", "--ignore-scripts=false", `--package=${fetchedPackage}`, "--", "node", "-p", "process.execPath"];
      const { stdout } = await promisify(execFile)(npm, [...npmArguments, ...args], { cwd: checkout });
      const fetched = stdout.trim().split("\n").at(-1) ?? "";
      if (!(await isUsable(fetched))) throw new Error(`npm answered ${fetched}`);
      return fetched;
    });
    remember(path);
    return path;
  } catch (error) {
    throw new Refusal(
      `${found}; npm could not fetch Node 24 (${reasonOf(error)}). ` +
        "Connect this machine to its npm registry, or install Node 24 from https://nodejs.org, then run the command again.",
      { cause: error },
    );
  }
}

/** @param {string} path */
function remember(path) {
  try {
    mkdirSync(dirname(rememberedPath()), { recursive: true });
    writeFileSync(rememberedPath(), `${path}\n`);
  } catch {
    // A home folder that can't be written costs the next start a question to npm, nothing else.
  }
}

/** @param {unknown} error @returns {string} npm's own reason, in its words. */
function reasonOf(error) {
  const lines = messageOf(error).split("\n");
  const said = lines.find((line) => /^npm (ERR!|error) (?!code|errno|syscall|A complete log)/i.test(line));
  return said?.replace(/^npm (ERR!|error) /i, "") ?? lines[0] ?? "";
}
