import { onTestFinished } from "vitest";
import { createServices, type Services } from "../../server/services.ts";
import { freshDatabase } from "./database.ts";

/** The real services on a database of their own, closed and dropped when the test ends. */
export async function freshServices(): Promise<{ services: Services; databaseUrl: string }> {
  const { url, drop } = await freshDatabase();
  const settings = { databaseUrl: url, secret: "a secret of at least thirty-two characters", publicOrigin: null, port: 3000 };
  const services = createServices(settings);
  onTestFinished(async () => {
    await services.close();
    await drop();
  });
  return { services, databaseUrl: url };
}
