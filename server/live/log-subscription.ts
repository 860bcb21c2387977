import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry, Positions } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import type { LogReader } from "./log-reader.ts";

/** Entries that wait for one slow reader; beyond this it reads from the table at its own pace. */
const maxBufferedEntries = 1_000;
const readLimit = 500;

/** What a slow reader would not see in time is not kept for it. */
const maxGlimpses = 64;

/** What a reader is told at a time: what is seen beside the log, then entries in order within each topic. */
export type LogNews = { glimpses: Glimpse[]; entries: LogEntry[] };

/** Why a stream ended although nobody asked it to: the server closes, or it lost the database. */
export type SubscriptionEnd = "closed" | "database-lost";

/**
 * One reader's walk through its topics. While the reader keeps up, entries come from what the hub read for all;
 * where it falls behind, or starts from the past, it reads the table itself until it has caught up with the hub.
 */
export class LogSubscription {
  readonly #reader: LogReader;
  readonly #feedPosition: (topic: Topic) => number;
  readonly #starts = new Map<Topic, number>();
  /** The last sequence of each topic that is handed out or buffered. */
  readonly #tails = new Map<Topic, number>();
  readonly #lagging = new Set<Topic>();
  #buffer: LogEntry[] = [];
  readonly #glimpses = new Map<string, Glimpse>();
  #wake: (() => void) | null = null;
  #end: SubscriptionEnd | null = null;

  constructor(reader: LogReader, feedPosition: (topic: Topic) => number) {
    this.#reader = reader;
    this.#feedPosition = feedPosition;
  }

  get end(): SubscriptionEnd | null {
    return this.#end;
  }

  /** Each topic with the sequence after which its first entry comes. */
  get starts(): Positions {
    return this.#starts;
  }

  /** Starts a topic after `position`. */
  start(topic: Topic, position: number): void {
    this.#starts.set(topic, position);
    this.#tails.set(topic, position);
    if (position < this.#feedPosition(topic)) this.#lagging.add(topic);
  }

  /** Takes entries the hub has just read for everyone, in order within their topic. */
  offer(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      const tail = this.#tails.get(entry.topic);
      if (tail === undefined || entry.sequence <= tail || this.#lagging.has(entry.topic)) continue;
      if (entry.sequence > tail + 1 || this.#buffer.length >= maxBufferedEntries) {
        this.#lagging.add(entry.topic);
        continue;
      }
      this.#buffer.push(entry);
      this.#tails.set(entry.topic, entry.sequence);
    }
    this.#wake?.();
  }

  /** Takes what is seen beside the log; it replaces what was seen of the same thing before. */
  show(glimpse: Glimpse): void {
    const key = `${glimpse.topic} ${glimpse.about}`;
    if (!this.#tails.has(glimpse.topic) || (this.#glimpses.size >= maxGlimpses && !this.#glimpses.has(key))) return;
    this.#glimpses.set(key, glimpse);
    this.#wake?.();
  }

  /** Ends the walk; a reader that waits is told at once. */
  finish(end: SubscriptionEnd): void {
    this.#end ??= end;
    this.#wake?.();
  }

  /**
   * Waits for news.
   * @returns the next ones; null when the walk has ended or `signal` was raised.
   * @throws when the table can't be read.
   */
  async next(signal: AbortSignal): Promise<LogNews | null> {
    while (this.#end === null && !signal.aborted) {
      if (this.#buffer.length > 0) {
        const entries = this.#buffer;
        this.#buffer = [];
        return this.#with(entries);
      }
      const entries = this.#lagging.size > 0 ? await this.#catchUp() : [];
      if (entries.length > 0 || this.#glimpses.size > 0) return this.#with(entries);
      if (this.#lagging.size === 0 && this.#buffer.length === 0) await this.#change(signal);
    }
    return null;
  }

  #with(entries: LogEntry[]): LogNews {
    const glimpses = [...this.#glimpses.values()];
    this.#glimpses.clear();
    return { glimpses, entries };
  }

  async #catchUp(): Promise<LogEntry[]> {
    const asked = new Map([...this.#lagging].map((topic) => [topic, this.#tails.get(topic) ?? 0]));
    const entries = await this.#reader.readAfter(asked, readLimit);
    for (const entry of entries) this.#tails.set(entry.topic, entry.sequence);
    for (const [topic, before] of asked) {
      const tail = this.#tails.get(topic) ?? before;
      // Rows that are gone must not keep this loop busy: the next offer asks again.
      const isExhausted = tail === before;
      if (tail >= this.#feedPosition(topic) || isExhausted) this.#lagging.delete(topic);
    }
    return entries;
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (this.#end !== null || signal.aborted) return resolve();
      const done = (): void => {
        this.#wake = null;
        signal.removeEventListener("abort", done);
        resolve();
      };
      this.#wake = done;
      signal.addEventListener("abort", done);
    });
  }
}
