import { readFileSync } from "node:fs";

/** Which version this checkout is. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest) || typeof manifest.version !== "string") throw new TypeError("package.json names no version.");
  return manifest.version;
}

/** Prints which version this checkout is. */
export async function printVersion(): Promise<number> {
  process.stdout.write(`${packageVersion()}\n`);
  return 0;
}
