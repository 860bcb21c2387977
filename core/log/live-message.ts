import type { Glimpse } from "./glimpse.ts";
import type { LogEntry } from "./log-entry.ts";
import type { Topic } from "./topic.ts";

/** What a live stream tells a browser. */
export type LiveMessage =
  /** The first message: where each topic starts, and the topics this member may not read. */
  | { kind: "opened"; positions: Record<Topic, number>; refused: Topic[] }
  /** New entries, in order within each topic. */
  | { kind: "entries"; entries: LogEntry[] }
  /** What goes on beside the log; older than entries that come after it. */
  | { kind: "glimpses"; glimpses: Glimpse[] };
