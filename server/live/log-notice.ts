import { z } from "zod";
import type { Glimpse } from "../../core/log/glimpse.ts";
import { topicSchema, type Topic } from "../../core/log/topic.ts";

/** The Postgres channel on which every append to the log is announced. */
export const logChannel = "countersign_log";

/** The Postgres channel for what is seen once and kept nowhere. */
export const glimpseChannel = "countersign_glimpse";

/** A topic has entries up to `sequence`. */
export type LogNotice = { topic: Topic; sequence: number };

/** @returns what a notification says, or null when it isn't ours: anyone with the database may NOTIFY. */
export function parseLogNotice(payload: string | undefined): LogNotice | null {
  const [name, last, ...rest] = (payload ?? "").split(" ");
  const topic = topicSchema.safeParse(name);
  const sequence = Number(last);
  if (!topic.success || rest.length > 0 || !Number.isSafeInteger(sequence) || sequence < 1) return null;
  return { topic: topic.data, sequence };
}

const glimpseSchema = z.strictObject({ topic: topicSchema, about: z.string().max(500), data: z.unknown() });

/** @returns what a notification shows, or null when it isn't ours. */
export function parseGlimpse(payload: string | undefined): Glimpse | null {
  try {
    return glimpseSchema.parse(JSON.parse(payload ?? ""));
  } catch {
    return null;
  }
}
