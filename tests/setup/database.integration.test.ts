import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { freshDatabase } from "./database.ts";

const connect = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
};

test("two fresh databases are migrated and know nothing of each other", async () => {
  const [first, second] = [await freshDatabase(), await freshDatabase()];
  onTestFinished(async () => {
    await first.drop();
    await second.drop();
  });
  const [firstClient, secondClient] = [await connect(first.url), await connect(second.url)];
  await firstClient.query("INSERT INTO log_topic (topic, last_sequence) VALUES ('test:one', 1)");
  const { rows } = await secondClient.query("SELECT count(*)::int AS count FROM log_topic");
  expect(rows).toEqual([{ count: 0 }]);
  const { rowCount } = await secondClient.query("SELECT 1 FROM _prisma_migrations");
  expect(rowCount).toBeGreaterThan(0);
});

test("a dropped database is gone", async () => {
  const database = await freshDatabase();
  await database.drop();
  await expect(connect(database.url)).rejects.toThrow("does not exist");
});
