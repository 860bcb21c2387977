import { Console } from "node:console";
import { Writable } from "node:stream";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";

// Standard output is for results alone: what libraries log to it would be in the middle of them.
globalThis.console = new Console({ stdout: new Writable({ write: (_chunk, _encoding, done) => done() }), stderr: process.stderr });

// Whoever read may leave, as `head` does: what was begun is finished all the same, and its exit code stays.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const usage = `Countersign, on the data folder that npm start uses

  countersign plan --question "…"       have a plan written for a question; it is printed as JSON
  countersign plan BRIEF.json           the same for a whole brief
  countersign run …                     the same, and say what the checks find in the plan; with --approve approve and run it;
                                        exits with 0 when the audit passes, 2 when it fails, 3 when it is inconclusive, 4 when
                                        the run waits for a person, 130 after Ctrl-C
  countersign export RUN                print a stored run as JSON; --format otlp prints it as an OpenTelemetry trace
  countersign check FILE…               say what the checks find in plans or bare definitions;
                                        --format pretty|json|sarif|github, --fail-on error|warning
  countersign audit FILE                audit an exported run anew; exits with 0 when it passes, 2 when it fails, 3 when
                                        that can't be said, 1 when the file was changed
  countersign verify FILE [--key PEM]   check a downloaded decision against this installation's key, or another
  countersign schema brief|definition   print the JSON Schema of a brief or a definition
  countersign reset-password EMAIL      print a link with which this member sets a new password
  countersign version                   print the version; so does --version
  countersign help                      print this

FILE may be - for what is piped in. check, audit, schema and verify --key need no database.
Access to the data folder is the authority here: no sign-in is asked for, and the audit log names "operator".
`;

/** Each verb loads what it needs itself: `check` and `audit` load neither services nor a database. */
const verbs: Record<string, (args: string[]) => Promise<number>> = {
  prepare: async () => (await import("./prepare.ts")).prepare(),
  plan: async (args) => (await import("./plan.ts")).plan(args),
  run: async (args) => (await import("./run.ts")).run(args),
  export: async (args) => (await import("./export.ts")).exportStored(args),
  check: async (args) => (await import("./check.ts")).check(args),
  audit: async (args) => (await import("./audit.ts")).audit(args),
  verify: async (args) => (await import("./verify.ts")).verify(args),
  schema: async (args) => (await import("./schema.ts")).schema(args),
  "reset-password": async (args) => (await import("./reset-password.ts")).resetPassword(args),
  version: async () => (await import("./version.ts")).printVersion(),
  "--version": async () => (await import("./version.ts")).printVersion(),
  "-v": async () => (await import("./version.ts")).printVersion(),
};

/** Runs one verb. @returns the exit code. */
async function main([verb = "help", ...rest]: string[]): Promise<number> {
  if (["help", "--help", "-h"].includes(verb) || rest.includes("--help")) {
    process.stdout.write(usage);
    return 0;
  }
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (run === undefined) throw new CommandRefusal(`There is no verb "${verb}"; countersign help lists those there are.`);
  return run(rest);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  // Whatever is in it, a name of a file included: one line, and nothing that a terminal obeys.
  process.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`);
  return error instanceof CommandRefusal ? error.exitCode : 1;
});
