import pg from "pg";
import { preciseNow } from "./clock.ts";

/** The yardstick: the least that can be between a commit and a reader, LISTEN and one SELECT on a bare connection. */
export async function startRawListener(databaseUrl: string, topic: string): Promise<{ arrivals: Map<number, number>; stop: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const arrivals = new Map<number, number>();
  let position = 0;
  let isReading = false;
  let isAsked = false;

  const read = async (): Promise<void> => {
    isReading = true;
    while (isAsked) {
      isAsked = false;
      const { rows } = await client.query<{ sequence: string }>(
        "SELECT sequence, at, data FROM log_entry WHERE topic = $1 AND sequence > $2 ORDER BY sequence",
        [topic, position],
      );
      const now = preciseNow();
      for (const { sequence } of rows) {
        position = Number(sequence);
        arrivals.set(position, now);
      }
    }
    isReading = false;
  };
  client.on("notification", ({ payload }) => {
    if (!payload?.startsWith(`${topic} `)) return;
    isAsked = true;
    if (!isReading) void read();
  });
  await client.query("LISTEN countersign_log");
  return { arrivals, stop: () => client.end() };
}
