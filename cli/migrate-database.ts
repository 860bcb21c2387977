import type { Services } from "../server/services.ts";
import { CommandRefusal } from "./refusal.ts";

/**
 * Brings the database to this version's form.
 * @throws CommandRefusal that says why that can't be; nothing was changed then.
 */
export async function migrateDatabase(services: Services): Promise<void> {
  const outcome = await services.migrate();
  if (outcome.ok) return;
  const names = outcome.names.join(", ");
  throw new CommandRefusal(
    outcome.reason === "newer-version"
      ? `The database was written by a newer version of Countersign (it has ${names}): start that version, or restore a copy from before the upgrade. Nothing was changed.`
      : `The database stopped in the middle of an upgrade (${names}): restore a copy from before it, or ask for help with this name. Nothing was changed.`,
  );
}
