import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Finds a Node on this machine that is too old for the product, to prove that it brings a newer one; null when there is none. */
export function findOldNode(): string | null {
  const candidates = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "node"));
  return candidates.find((path) => existsSync(path) && isTooOld(path)) ?? null;
}

function isTooOld(path: string): boolean {
  const [major = 0, minor = 0] = execFileSync(path, ["-p", "process.versions.node"], { encoding: "utf8" }).split(".").map(Number);
  return major < 22 || (major === 22 && minor < 13);
}
