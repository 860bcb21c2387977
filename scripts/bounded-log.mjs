import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const largestFileBytes = 5_000_000;

/**
 * A log file that keeps the newest lines: when it is full it becomes `NAME.1`, in place of the one before.
 * @param {string} path
 * @returns {(line: string) => void} Writes one line with its time.
 */
export function openBoundedLog(path) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let file = openSync(path, "a", 0o600);
  let sizeBytes = fstatSync(file).size;
  return (line) => {
    const bytes = Buffer.from(`${new Date().toISOString()} ${line}\n`);
    try {
      if (sizeBytes + bytes.length > largestFileBytes) {
        closeSync(file);
        renameSync(path, `${path}.1`);
        file = openSync(path, "a", 0o600);
        sizeBytes = 0;
      }
      writeSync(file, bytes);
      sizeBytes += bytes.length;
    } catch {
      // A disk without room for a log line must not take down what still runs.
    }
  };
}
