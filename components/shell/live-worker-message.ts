import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import type { LiveStatus } from "./live-source.ts";

/** What a tab tells the worker. `followId` is the tab's own number for one reader. */
export type TabMessage =
  /** The first: the tab holds this Web Lock as long as it lives. */
  | { kind: "hello"; lockName: string; sessionId: string }
  | { kind: "follow"; followId: number; topic: Topic; from: number }
  | { kind: "leave"; followId: number }
  /** The network came back, or someone looks at the tab again. */
  | { kind: "nudge" }
  /** The network is gone. */
  | { kind: "lose" }
  /** The tab makes do without this worker. */
  | { kind: "goodbye" };

/** What the worker tells a tab. */
export type WorkerMessage =
  /** The answer to `hello`: the worker holds this Web Lock as long as it lives. */
  | { kind: "welcome"; lockName: string }
  | { kind: "status"; status: LiveStatus }
  | { kind: "entries"; followId: number; entries: LogEntry[] }
  | { kind: "glimpse"; followId: number; glimpse: Glimpse }
  | { kind: "restart"; followId: number }
  | { kind: "refuse"; followId: number };
