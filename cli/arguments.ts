import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { CommandRefusal } from "./refusal.ts";

/**
 * Reads the arguments of a verb.
 * @param said How the verb is called, for whoever calls it otherwise.
 * @throws CommandRefusal on an option that the verb doesn't have.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options, said: string | { usage: string; exitCode: number }) {
  const { usage, exitCode } = typeof said === "string" ? { usage: said, exitCode: 1 } : said;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new CommandRefusal(`${firstSentence(error)} Say: ${usage}`, { exitCode, cause: error });
  }
}

/** Node's own words go on with advice that doesn't fit here. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.split(". ")[0]?.replace(/\.$/, "")}.`;
}
