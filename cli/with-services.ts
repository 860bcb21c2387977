import { readEnvironment } from "../server/env.ts";
import { createServices, type Services } from "../server/services.ts";
import { isHouseRunning } from "./running-house.ts";
import { migrateDatabase, requireThisVersion } from "./migrate-database.ts";

/** Runs a verb with the services of this process and closes them after it, so that the process can end. */
export async function withServices<T>(use: (services: Services, origin: string) => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  const services = createServices(environment);
  try {
    return await use(services, environment.publicOrigin ?? `http://127.0.0.1:${environment.port}`);
  } finally {
    await services.close();
  }
}

/** The same on a database that has this version's form, which is seen to here unless Countersign runs on it. */
export function withReadyServices<T>(use: (services: Services, origin: string) => Promise<T>): Promise<T> {
  return withServices(async (services, origin) => {
    await (isHouseRunning() ? requireThisVersion(services) : migrateDatabase(services));
    return use(services, origin);
  });
}
