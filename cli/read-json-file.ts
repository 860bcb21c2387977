import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";

/**
 * Reads a JSON file, or what is piped in for `-`.
 * @throws CommandRefusal that names the file and what is wrong with it.
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const content = await readTextFile(path);
  try {
    // Editors of some systems begin a file with a mark that is no part of its text (RFC 8259, 8.1).
    return JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new CommandRefusal(`${path} is not JSON: ${printable(error instanceof Error ? error.message : String(error))}.`, { cause: error });
  }
}

/**
 * Reads a text file whole, or what is piped in for `-`.
 * @throws CommandRefusal when it can't be read.
 */
export async function readTextFile(path: string): Promise<string> {
  if (path === "-") return text(process.stdin);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new CommandRefusal(wordsByCode[code] === undefined ? `${path} can't be read (${code}).` : `${wordsByCode[code]} ${path}.`, { cause: error });
  }
}

const wordsByCode: Record<string, string> = {
  ENOENT: "There is no file",
  EISDIR: "A file is needed, and a folder is at",
  EACCES: "This user may not read",
};
