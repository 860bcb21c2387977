import { randomUUID } from "node:crypto";
import pg from "pg";

/** Appends to a log of its own, like plan ops and run events will. */
export interface LogWriter {
  topic: string;
  /** What was appended, in order: the data of sequence 1 comes first. */
  written: readonly unknown[];
  /** Appends a few entries in one transaction. */
  append: () => Promise<void>;
  close: () => Promise<void>;
}

// Text that is more bytes than letters, and what a line-based protocol could trip over.
const pieces = ["plain", "Grüße", "ελληνικά", "漢字かな", "👩‍🚀🧪", "مرحبا", "\n\n", "data: x\nid: 9\n", "\r", "\u2028", '"\\"'];

/** @param draw numbers from 0 to 1 that decide how many entries come at once and what they say */
export async function openLogWriter(databaseUrl: string, draw: () => number): Promise<LogWriter> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const topic = `test:${randomUUID()}`;
  const written: unknown[] = [];

  const newEntry = () => ({ text: Array.from({ length: Math.floor(draw() * 40) }, () => pieces[Math.floor(draw() * pieces.length)]).join("") });

  return {
    topic,
    written,
    append: async () => {
      const entries = Array.from({ length: 1 + Math.floor(draw() * 5) }, newEntry);
      await client.query("BEGIN");
      const { rows } = await client.query<{ last: string }>(
        `INSERT INTO log_topic (topic, last_sequence) VALUES ($1, $2)
         ON CONFLICT (topic) DO UPDATE SET last_sequence = log_topic.last_sequence + $2 RETURNING last_sequence AS last`,
        [topic, entries.length],
      );
      const last = Number(rows[0]?.last);
      await client.query(
        `INSERT INTO log_entry (topic, sequence, at, data)
         SELECT $1, $2::bigint + ordinal, now(), data FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS entry(data, ordinal)`,
        [topic, last - entries.length, JSON.stringify(entries)],
      );
      await client.query("SELECT pg_notify('countersign_log', $1)", [`${topic} ${last}`]);
      await client.query("COMMIT");
      written.push(...entries);
    },
    close: () => client.end(),
  };
}
