import type { Topic } from "./topic.ts";

/** One thing that happened on a topic; `sequence` counts from 1 without a gap. */
export type LogEntry = {
  topic: Topic;
  sequence: number;
  at: Date;
  data: unknown;
};

/** How far each topic was read: the sequence of the last entry that arrived, 0 before the first. */
export type Positions = ReadonlyMap<Topic, number>;
