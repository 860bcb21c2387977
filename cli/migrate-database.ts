import type { Services } from "../server/services.ts";
import { CommandRefusal } from "./refusal.ts";

/**
 * Brings the database to this version's form.
 * @throws CommandRefusal that says why that can't be; nothing was changed then.
 */
export async function migrateDatabase(services: Services): Promise<void> {
  const outcome = await services.migrate();
  if (!outcome.ok) throw refusalOf(outcome);
}

/**
 * Makes sure of the database's form where a running Countersign uses it, which must not be changed under it.
 * @throws CommandRefusal that says what to do when it is of another version.
 */
export async function requireThisVersion(services: Services): Promise<void> {
  const outcome = await services.findMissingMigrations();
  if (!outcome.ok) throw refusalOf(outcome);
  if (outcome.missingNames.length === 0) return;
  throw new CommandRefusal(
    `An older version of Countersign is running on this data folder (its database lacks ${outcome.missingNames.join(", ")}): stop it and run npm start, which brings the database up to date, then run this again. Nothing was changed.`,
  );
}

function refusalOf({ reason, names: all }: { reason: "newer-version" | "failed-migration"; names: readonly string[] }): CommandRefusal {
  const names = all.join(", ");
  return new CommandRefusal(
    reason === "newer-version"
      ? `The database was written by a newer version of Countersign (it has ${names}): start that version, or restore a copy from before the upgrade. Nothing was changed.`
      : `The database stopped in the middle of an upgrade (${names}): restore a copy from before it, or ask for help with this name. Nothing was changed.`,
  );
}
