import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { preciseNow } from "./clock.ts";

const appendOne = `
  WITH head AS (
    INSERT INTO log_topic (topic, last_sequence) VALUES ($1, 1)
    ON CONFLICT (topic) DO UPDATE SET last_sequence = log_topic.last_sequence + 1 RETURNING last_sequence
  ), entry AS (
    INSERT INTO log_entry (topic, sequence, at, data) SELECT $1, last_sequence, now(), $2::jsonb FROM head
  )
  SELECT pg_notify('countersign_log', $1 || ' ' || last_sequence) FROM head`;

/**
 * Appends single entries, each in a transaction of its own, at a steady rate.
 * @returns when each commit was asked for, the one of sequence 1 first; so the measured time includes the disk.
 */
export async function writePaced(databaseUrl: string, topic: string, perSecond: number, entries: readonly unknown[]): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const askedAt: number[] = [];
  const startedAt = preciseNow();
  try {
    for (const [turn, data] of entries.entries()) {
      const waitMs = startedAt + (turn * 1_000) / perSecond - preciseNow();
      if (waitMs > 0) await pause(waitMs);
      askedAt.push(preciseNow());
      await client.query(appendOne, [topic, JSON.stringify(data)]);
    }
  } finally {
    await client.end();
  }
  return askedAt;
}
