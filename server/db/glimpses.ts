import type { Glimpse } from "../../core/log/glimpse.ts";
import type { Database } from "./client.ts";

/** The Postgres channel for what is seen once and kept nowhere. */
export const glimpseChannel = "countersign_glimpse";

/** A notification carries less than 8,000 bytes (https://www.postgresql.org/docs/current/sql-notify.html). */
const mostBytes = 7_900;

/** Shows something to who follows a topic right now; what is too large for a notification is not shown. */
export async function showGlimpse(database: Database, glimpse: Glimpse): Promise<void> {
  const payload = JSON.stringify(glimpse);
  if (Buffer.byteLength(payload) <= mostBytes) await database.$executeRaw`SELECT pg_notify(${glimpseChannel}, ${payload})`;
}
