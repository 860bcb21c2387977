import type { LogEntry, Positions } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";

/** What the live channel asks of whoever stores the log. */
export type LogReader = {
  /** The entries after each position, in order within each topic, at most `limit` of each. */
  readAfter(positions: Positions, limit: number): Promise<LogEntry[]>;
  /** The last sequence of each topic; a topic without entries may be missing. */
  lastSequences(topics: readonly Topic[]): Promise<Positions>;
};
