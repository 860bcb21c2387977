import { onTestFinished } from "vitest";
import { createServices, type Services } from "../../server/services.ts";
import { freshDatabase } from "./database.ts";

/** The real services on a database of their own, closed and dropped when the test ends. */
export async function freshServices(): Promise<{ services: Services; databaseUrl: string }> {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  return { services: servicesOn(url), databaseUrl: url };
}

/** The services of one more process on a database, closed when the test ends. */
export function servicesOn(databaseUrl: string): Services {
  const services = createServices({ databaseUrl, secret: "a secret of at least thirty-two characters", publicOrigin: null, port: 3000 });
  onTestFinished(() => services.close());
  return services;
}
