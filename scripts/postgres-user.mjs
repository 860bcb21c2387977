import { execFileSync } from "node:child_process";
import { messageOf, Refusal } from "./refusal.mjs";

/** Postgres refuses to run as root; this is the account it runs as then. */
const accountName = "postgres";

/** @returns {{ uid: number, gid: number } | null} The account Postgres runs as when we are root, null when it runs as ourselves. */
export function findPostgresUser() {
  if (process.getuid?.() !== 0) return null;
  return readPostgresAccount() ?? makeAccount();
}

/** @returns {{ uid: number, gid: number } | null} The account, null when this machine has none of that name. */
export function readPostgresAccount() {
  try {
    return { uid: readId("-u"), gid: readId("-g") };
  } catch {
    return null;
  }
}

/** @param {"-u" | "-g"} which */
function readId(which) {
  return Number(execFileSync("id", [which, accountName], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function makeAccount() {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", accountName], { stdio: "pipe" });
  } catch (error) {
    throw new Refusal(
      `Postgres does not run as root, and its user "${accountName}" could not be made (${firstLineOf(error)}); ` +
        `make that user, start Countersign as an ordinary user, or set DATABASE_URL to a database of your own.`,
      { cause: error },
    );
  }
  const account = readPostgresAccount();
  if (account === null) throw new Error(`useradd made ${accountName}, but the system does not know it`);
  return account;
}

/** @param {unknown} error */
function firstLineOf(error) {
  return messageOf(error).split("\n").find((line) => !line.startsWith("Command failed")) ?? messageOf(error);
}
