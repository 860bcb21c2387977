import { withServices } from "./with-services.ts";

/**
 * Makes the database ready for this version; `npm start` calls it before web and worker.
 * Prints one JSON line: `{"firstAdminPath": "/links/…"}`, null once somebody has joined.
 */
export function prepare(): Promise<number> {
  return withServices(async (services) => {
    const outcome = await services.migrate();
    if (!outcome.ok) {
      const names = outcome.names.join(", ");
      process.stderr.write(
        outcome.reason === "newer-version"
          ? `The database was written by a newer version of Countersign (it has ${names}): start that version, or restore a copy from before the upgrade. Nothing was changed.\n`
          : `The database stopped in the middle of an upgrade (${names}): restore a copy from before it, or ask for help with this name. Nothing was changed.\n`,
      );
      return 1;
    }
    const firstAdminPath = await services.ensureFirstAdminLink();
    process.stdout.write(`${JSON.stringify({ firstAdminPath })}\n`);
    return 0;
  });
}
