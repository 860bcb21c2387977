import { copyFileSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "../../scripts/checkout.mjs";

/** What a start makes itself, at the top of a checkout. */
const made = new Set([".git", ".next", ".countersign"]);

/** A checkout with its packages installed and nothing else done. */
export interface CheckoutCopy {
  folder: string;
  remove(): void;
}

/** Copies this checkout beside the system's temporary files, installed packages as hard links where the disk allows it. */
export function copyCheckout(): CheckoutCopy {
  const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
  chmodSync(folder, 0o755);
  for (const name of readdirSync(checkout)) {
    if (!made.has(name)) copyTree(join(checkout, name), join(folder, name), name === "node_modules");
  }
  rmSync(join(folder, "server", "db", "generated"), { recursive: true, force: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function copyTree(source: string, target: string, mayLink: boolean): void {
  const stats = lstatSync(source);
  if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
  else if (stats.isDirectory()) {
    mkdirSync(target);
    for (const name of readdirSync(source)) copyTree(join(source, name), join(target, name), mayLink && name !== ".cache");
  } else if (!mayLink || !linked(source, target)) copyFileSync(source, target);
}

function linked(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false;
  }
}
