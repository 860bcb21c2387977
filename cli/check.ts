import { readArguments } from "./arguments.ts";
import { checkFile, type CheckedFile } from "./check/checked-file.ts";
import { githubCheck, jsonCheck, sarifCheck } from "./check/machine-check.ts";
import { prettyCheck } from "./check/pretty-check.ts";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";

const usage = "countersign check FILE… [--format pretty|json|sarif|github] [--fail-on error|warning]";

const writers: Record<string, (files: readonly CheckedFile[]) => string> = { pretty: prettyCheck, json: jsonCheck, sarif: sarifCheck, github: githubCheck };

/** What fails a check, by what it is to fail on. */
const failing: Record<string, readonly string[]> = { error: ["error"], warning: ["error", "warning"] };

/**
 * Prints what the checks say of plan files and bare definitions.
 * @returns the exit code: 1 where a finding is bad enough or a digest in a file is not its own, 2 where a file can't be
 * checked; the others are checked all the same.
 */
export async function check(args: string[]): Promise<number> {
  const { positionals, values } = readArguments(args, { format: { type: "string", default: "pretty" }, "fail-on": { type: "string", default: "error" } }, { usage, exitCode: 2 });
  const write = chosen(writers, "format", values.format);
  const severities = chosen(failing, "fail-on", values["fail-on"]);
  if (positionals.length === 0) throw new CommandRefusal(`Name a file: ${usage}`, { exitCode: 2 });
  const files: CheckedFile[] = [];
  let refused = 0;
  for (const path of new Set(positionals)) {
    try {
      files.push(await checkFile(path));
    } catch (error) {
      if (!(error instanceof CommandRefusal)) throw error;
      process.stderr.write(`${printable(error.message)}\n`);
      refused += 1;
    }
  }
  // A machine that reads the answer gets a whole one, also when there is nothing in it.
  if (files.length > 0 || values.format !== "pretty") process.stdout.write(write(files));
  if (refused > 0) return 2;
  return files.some(({ report, isDigestWrong }) => isDigestWrong || report.findings.some(({ severity }) => severities.includes(severity))) ? 1 : 0;
}

function chosen<Value>(options: Record<string, Value>, name: string, value: string): Value {
  const option = Object.hasOwn(options, value) ? options[value] : undefined;
  if (option === undefined) throw new CommandRefusal(`There is no --${name} ${value}; these there are: ${Object.keys(options).join(", ")}.`, { exitCode: 2 });
  return option;
}
