import { spawn } from "node:child_process";
import { join } from "node:path";

/** One start, from the command to the end of all it started; times in milliseconds. */
export interface TimedStart {
  /** Until the address is printed. */
  addressMs: number;
  /** Until the page behind it has answered. */
  pageMs: number;
  /** From Ctrl-C to the end. */
  stopMs: number;
}

/**
 * Starts a checkout, opens its address, and stops it again.
 * @throws with everything the start said, when it ends without an address.
 */
export async function timeStart(checkout: string): Promise<TimedStart> {
  const { DATABASE_URL: _database, COUNTERSIGN_DATA: _data, ...environment } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(checkout, "scripts", "run.mjs"), "start"], {
    cwd: checkout,
    env: { ...environment, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += String(chunk);
      const printed = /^ {2}(http:\/\/\S+)\n/m.exec(output)?.[1];
      if (printed !== undefined) resolve(printed);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then(() => reject(new Error(`The start ended without an address:\n${output}`)));
  });
  const addressMs = performance.now() - startedAt;
  const response = await fetch(address);
  await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const pageMs = performance.now() - startedAt;
  const stoppedAt = performance.now();
  child.kill("SIGINT");
  await ended;
  return { addressMs, pageMs, stopMs: performance.now() - stoppedAt };
}
