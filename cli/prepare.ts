import { migrateDatabase } from "./migrate-database.ts";
import { withServices } from "./with-services.ts";

/**
 * Makes the database ready for this version; `npm start` calls it before web and worker.
 * Prints one JSON line: `{"firstAdminPath": "/links/…"}`, null once somebody has joined.
 */
export function prepare(): Promise<number> {
  return withServices(async (services) => {
    await migrateDatabase(services);
    const firstAdminPath = await services.ensureFirstAdminLink();
    process.stdout.write(`${JSON.stringify({ firstAdminPath })}\n`);
    return 0;
  });
}
