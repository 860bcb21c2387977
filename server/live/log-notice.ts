import { topicSchema, type Topic } from "../../core/log/topic.ts";

/** The Postgres channel on which every append to the log is announced. */
export const logChannel = "countersign_log";

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
