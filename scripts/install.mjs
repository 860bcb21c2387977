import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";
import { runQuietly } from "./child-command.mjs";
import { hashInputs } from "./input-hash.mjs";
import { npmCommand } from "./npm-command.mjs";
import { diskFull, Refusal, saysDiskIsFull } from "./refusal.mjs";
import { stampAt } from "./stamp.mjs";

const stamp = stampAt("node_modules/.cache/countersign/installed");

/** @returns {boolean} Whether node_modules is what package-lock.json asks for, on this kind of machine. */
export function isInstalled() {
  const wanted = wantedInstall();
  if (stamp.says(wanted)) return true;
  if (!isInstalledByHand()) return false;
  stamp.write(wanted);
  return true;
}

function wantedInstall() {
  return hashInputs(["package-lock.json"], { also: [process.platform, process.arch] });
}

/**
 * Recognises an install that somebody made with npm itself, by npm's own record of it, so that it is not thrown away.
 */
function isInstalledByHand() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (path === "" || link === true) return true;
    const found = present[path];
    return found === undefined ? optional === true || peer === true : found.version === version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }> | null}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(checkout, path), "utf8")).packages;
  } catch {
    return null;
  }
}

/**
 * Installs what package-lock.json says, without install scripts: the one that matters (Postgres's links) is ours to do,
 * and the others download engines that are not used.
 * @throws {Refusal} when the registry can't be reached or the disk is full.
 */
export async function install() {
  let { code, stderr } = await runNpm("ci");
  if (code !== 0 && stderr.includes("EUSAGE")) {
    // A lock file written where the registry lacks other platforms' packages is complete for nobody else; its versions still hold.
    rmSync(join(checkout, "node_modules"), { recursive: true, force: true });
    ({ code, stderr } = await runNpm("install", "--no-save"));
  }
  if (code !== 0) throw explainFailure(stderr);
  stamp.write(wantedInstall());
}

/**
 * @param {string} command
 * @param {string[]} further
 */
function runNpm(command, ...further) {
  const [npm, npmArguments] = npmCommand();
  const options = ["--ignore-scripts", "--include=dev", "--include=optional", "--prefer-offline", "--no-audit", "--no-fund"];
  // npm's own patience with a missing registry is more than a minute.
  const patience = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  return runQuietly(npm, [...npmArguments, command, ...further, ...options, ...patience], { cwd: checkout });
}

/** @param {string} output */
function explainFailure(output) {
  if (saysDiskIsFull(output)) return diskFull(checkout);
  const errors = output.split("\n").filter((line) => /^npm (error|ERR!)/.test(line)).map((line) => line.replace(/^npm (error|ERR!) ?/, ""));
  if (/E(NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|AI_AGAIN|HOSTUNREACH|NETUNREACH)|ERR_SOCKET_TIMEOUT|network/.test(output)) {
    return new Refusal(
      "The packages could not be installed because npm can't reach its registry; connect this machine to the network " +
        "(or point npm at a registry it can reach: npm config set registry …), then run the command again.",
    );
  }
  if (/E(ACCES|PERM|ROFS)\b/.test(output)) {
    return new Refusal(`The packages could not be installed because this user can't write ${checkout}; give this user the folder, then run the command again.`);
  }
  const reason = errors.find((line) => line !== "" && !line.startsWith("code ")) ?? output.trim().split("\n").at(-1) ?? "npm gave no reason";
  return new Refusal(`npm could not install the packages (${reason.trim()}); run "npm ci" in ${checkout} to see all it says, then run the command again.`);
}
