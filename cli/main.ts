import { prepare } from "./prepare.ts";
import { resetPassword } from "./reset-password.ts";

const usage = `Countersign, on the data folder that npm start uses

  countersign reset-password EMAIL   print a link with which this member sets a new password
  countersign help                   print this

Access to the data folder is the authority here: no sign-in is asked for, and the audit log names "operator".
`;

/** Runs one verb. @returns the exit code. */
async function main([verb = "help", ...rest]: string[]): Promise<number> {
  switch (verb) {
    case "prepare":
      return prepare();
    case "reset-password":
      return resetPassword(rest);
    case "help":
    case "--help":
    case "-h":
      process.stdout.write(usage);
      return 0;
    default:
      process.stderr.write(`There is no verb "${verb}".\n\n${usage}`);
      return 1;
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
