import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";

/**
 * `connecting` until the first answer; `reconnecting` after an outage that was long enough to mention;
 * `offline` when trying again is pointless: no network, or the session has ended.
 */
export type LiveState = "connecting" | "live" | "reconnecting" | "offline";

export type LiveStatus = {
  state: LiveState;
  /** When this state began, in milliseconds since 1970. */
  since: number;
  /** Offline because the session has ended, not because of the network. */
  isSignedOut?: boolean;
};

/** Someone who follows a topic. */
export type LiveReader = {
  /** The next entries: each exactly once, in order, without a gap. */
  onEntries(entries: LogEntry[]): void;
  /** What goes on beside the log; it may be missed. */
  onGlimpse(glimpse: Glimpse): void;
  /** The log is not the one that was read before (restored from a copy): what is on screen has to be loaded again. */
  onRestart(): void;
  /** This member may not read the topic; nothing will come. */
  onRefused(): void;
};

/** What a page shows before it runs in a browser. */
export const unopenedStatus: LiveStatus = { state: "connecting", since: 0 };

/** Where a tab gets live entries from: the hub shared by all tabs, or one of its own. */
export type LiveSource = {
  readonly status: LiveStatus;
  /** Keeps the stream open and calls at every change of `status`. @returns what stops it. */
  watch(onStatus: () => void): () => void;
  /** Follows a topic from the entry after `from`. @returns what stops it. */
  subscribe(topic: Topic, from: number, reader: LiveReader): () => void;
  /** Tries at once if the stream is down. */
  nudge(): void;
};
