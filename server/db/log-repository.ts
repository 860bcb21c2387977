import type { LogEntry } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import type { Database } from "./client.ts";

/** The Postgres channel that carries `<topic> <last sequence>` for every append. */
export const logChannel = "countersign_log";

/**
 * Appends to one topic inside the caller's transaction. The topic's head stays locked until that commits, so
 * sequences have no gaps and become visible in order: who read up to `n` never misses an entry below `n`.
 * @returns the sequence of the last entry.
 */
export async function appendToLog(database: Database, topic: Topic, at: Date, data: readonly unknown[]): Promise<number> {
  const lastSequence = await reserveSequences(database, topic, data.length);
  await writeReserved(database, topic, at, data, lastSequence);
  return lastSequence;
}

/** Takes the next sequences of a topic; what is then written must fill them all. */
export async function reserveSequences(database: Database, topic: Topic, count: number): Promise<number> {
  const rows = await database.$queryRaw<[{ last: bigint }]>`
    INSERT INTO log_topic (topic, last_sequence) VALUES (${topic}, ${count})
    ON CONFLICT (topic) DO UPDATE SET last_sequence = log_topic.last_sequence + ${count}
    RETURNING last_sequence AS last`;
  return Number(rows[0].last);
}

/** Fills the sequences that end with `lastSequence` and announces them. */
export async function writeReserved(
  database: Database,
  topic: Topic,
  at: Date,
  data: readonly unknown[],
  lastSequence: number,
): Promise<void> {
  await database.$executeRaw`
    WITH written AS (
      INSERT INTO log_entry (topic, sequence, at, data)
      SELECT ${topic}, ${lastSequence - data.length} + element.ordinal, ${at.toISOString()}::timestamptz, element.data
        FROM jsonb_array_elements(${JSON.stringify(data)}::jsonb) WITH ORDINALITY AS element(data, ordinal)
    )
    SELECT pg_notify(${logChannel}, ${`${topic} ${lastSequence}`})::text`;
}

/**
 * The entries after each position, in order within each topic.
 * @param limit at most this many of each topic, so that a busy one can't starve the others.
 */
export async function readLogAfter(database: Database, positions: ReadonlyMap<Topic, number>, limit: number): Promise<LogEntry[]> {
  const rows = await database.$queryRaw<{ topic: string; sequence: bigint; at: Date; data: unknown }[]>`
    SELECT entry.topic, entry.sequence, entry.at, entry.data
      FROM unnest(${[...positions.keys()]}::text[], ${[...positions.values()]}::bigint[]) AS position(topic, sequence)
      CROSS JOIN LATERAL (
        SELECT * FROM log_entry
         WHERE log_entry.topic = position.topic AND log_entry.sequence > position.sequence
         ORDER BY log_entry.sequence LIMIT ${limit}
      ) AS entry
     ORDER BY entry.topic, entry.sequence`;
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

/** The last sequence of each topic that has entries. */
export async function lastLogSequences(database: Database, topics: readonly Topic[]): Promise<ReadonlyMap<Topic, number>> {
  const heads = await database.logTopic.findMany({ where: { topic: { in: [...topics] } } });
  return new Map(heads.map((head) => [head.topic, Number(head.lastSequence)]));
}

/** The last sequence of one topic; 0 before the first. */
export async function lastSequenceOf(database: Database, topic: Topic): Promise<number> {
  return (await lastLogSequences(database, [topic])).get(topic) ?? 0;
}
