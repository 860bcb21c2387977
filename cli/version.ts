import { readFile } from "node:fs/promises";

/** Prints which version this checkout is. */
export async function printVersion(): Promise<number> {
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  process.stdout.write(`${version}\n`);
  return 0;
}
