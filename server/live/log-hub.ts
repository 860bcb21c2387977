import type { LogEntry, Positions } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import type { ListenToLog, LogListener } from "./log-listener.ts";
import type { LogReader } from "./log-reader.ts";
import { LogSubscription, type SubscriptionEnd } from "./log-subscription.ts";

/** What one topic's readers share: how far it was read for all of them, and how far it is known to reach. */
type Feed = { position: number | null; head: number; subscriptions: Set<LogSubscription> };

export type LogHubOptions = {
  reader: LogReader;
  listen: ListenToLog;
  /** Told of faults that the hub gets over by itself: of the first only, until it has. */
  onFault(cause: unknown): void;
  /** How often the table is asked although no notification came. */
  pollEveryMs?: number;
  /** How long the LISTEN connection stays open after the last stream ended; a page that is loaded again is back by then. */
  restAfterMs?: number;
  /** How long the LISTEN connection may be away before streams end, so that browsers don't show "live" over a dead database. */
  lostGraceMs?: number;
};

const readLimit = 1_000;

/**
 * Brings entries of the log to every open stream of this process. One LISTEN connection tells that a topic grew; the new
 * entries are read once and offered to all its readers. A notification is only a hint: polling finds what none announced.
 */
export class LogHub {
  readonly #options: Required<LogHubOptions>;
  readonly #feeds = new Map<Topic, Feed>();
  readonly #subscriptions = new Set<LogSubscription>();
  #listener: LogListener | null = null;
  #poll: NodeJS.Timeout | undefined;
  #lost: NodeJS.Timeout | undefined;
  #rest: NodeJS.Timeout | undefined;
  #isPumping = false;
  #isFaulty = false;
  #isClosed = false;

  constructor(options: LogHubOptions) {
    this.#options = { pollEveryMs: 2_000, lostGraceMs: 1_000, restAfterMs: 30_000, ...options };
  }

  /** How many streams are open. */
  get openCount(): number {
    return this.#subscriptions.size;
  }

  /**
   * Starts a reader.
   * @param wanted each topic with the last sequence the reader has, or null to start from now. A sequence the log has
   * not reached (it was restored from an older copy) starts at the log's end.
   * @param signal ends the reader and frees what the hub holds for it.
   * @throws when the log can't be read.
   */
  async subscribe(wanted: ReadonlyMap<Topic, number | null>, signal: AbortSignal): Promise<LogSubscription> {
    const subscription = new LogSubscription(this.#options.reader, (topic) => this.#feeds.get(topic)?.position ?? 0);
    if (this.#isClosed) subscription.finish("closed");
    if (this.#isClosed || signal.aborted) return subscription;
    this.#begin();
    this.#subscriptions.add(subscription);
    signal.addEventListener("abort", () => this.#forget(subscription), { once: true });
    // Feeds exist before the question, so that what is committed meanwhile is noticed.
    const feeds = [...wanted.keys()].map((topic) => [topic, this.#join(topic, subscription)] as const);
    try {
      const last = await this.#options.reader.lastSequences([...wanted.keys()]);
      for (const [topic, feed] of feeds) {
        const end = last.get(topic) ?? 0;
        feed.position ??= end;
        feed.head = Math.max(feed.head, end);
        subscription.start(topic, Math.min(wanted.get(topic) ?? end, end));
      }
    } catch (cause) {
      this.#forget(subscription);
      throw cause;
    }
    void this.#pump();
    return subscription;
  }

  /** Ends every stream and the LISTEN connection. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#endAll("closed");
    await this.#stopListening();
  }

  async #stopListening(): Promise<void> {
    for (const timer of [this.#poll, this.#lost, this.#rest]) clearTimeout(timer);
    const listener = this.#listener;
    this.#listener = null;
    await listener?.close();
  }

  #begin(): void {
    clearTimeout(this.#rest);
    if (this.#listener !== null) return;
    this.#listener = this.#options.listen({
      onNotice: ({ topic, sequence }) => this.#grow(new Map([[topic, sequence]])),
      onGlimpse: (glimpse) => {
        for (const subscription of this.#feeds.get(glimpse.topic)?.subscriptions ?? []) subscription.show(glimpse);
      },
      onListening: () => {
        clearTimeout(this.#lost);
        this.#lost = undefined;
        void this.#ask();
      },
      onLost: (cause) => {
        this.#report(cause);
        this.#lost ??= setTimeout(() => this.#endAll("database-lost"), this.#options.lostGraceMs);
      },
    });
    this.#schedulePoll();
  }

  #schedulePoll(): void {
    const listener = this.#listener;
    this.#poll = setTimeout(async () => {
      await this.#ask();
      if (this.#listener === listener) this.#schedulePoll();
    }, this.#options.pollEveryMs);
  }

  async #ask(): Promise<void> {
    if (this.#feeds.size === 0) return;
    try {
      this.#grow(await this.#options.reader.lastSequences([...this.#feeds.keys()]));
      this.#isFaulty = false;
    } catch (cause) {
      this.#report(cause);
    }
  }

  #grow(heads: Positions): void {
    for (const [topic, sequence] of heads) {
      const feed = this.#feeds.get(topic);
      if (feed !== undefined) feed.head = Math.max(feed.head, sequence);
    }
    void this.#pump();
  }

  /** Reads what is new, once for all; notifications that come during a read are answered together by the next. */
  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      for (let due = this.#due(); due.size > 0 && !this.#isClosed; due = this.#due()) {
        this.#fanOut(due, await this.#options.reader.readAfter(due, readLimit));
      }
    } catch (cause) {
      this.#report(cause);
    } finally {
      this.#isPumping = false;
    }
  }

  #due(): Map<Topic, number> {
    const due = new Map<Topic, number>();
    for (const [topic, { position, head }] of this.#feeds) {
      if (position !== null && head > position) due.set(topic, position);
    }
    return due;
  }

  #fanOut(due: Positions, entries: readonly LogEntry[]): void {
    const entriesByTopic = Map.groupBy(entries, (entry) => entry.topic);
    for (const [topic, before] of due) {
      const feed = this.#feeds.get(topic);
      // Everyone left, or left and came back to a newer feed, while this was read.
      if (feed === undefined || feed.position !== before) continue;
      const news = entriesByTopic.get(topic) ?? [];
      feed.position = news.at(-1)?.sequence ?? before;
      // Announced but not there: nothing to wait for.
      if (news.length === 0) feed.head = before;
      for (const subscription of feed.subscriptions) subscription.offer(news);
    }
  }

  #join(topic: Topic, subscription: LogSubscription): Feed {
    const feed = this.#feeds.get(topic) ?? { position: null, head: 0, subscriptions: new Set() };
    this.#feeds.set(topic, feed);
    feed.subscriptions.add(subscription);
    return feed;
  }

  #forget(subscription: LogSubscription): void {
    this.#subscriptions.delete(subscription);
    for (const [topic, feed] of this.#feeds) {
      feed.subscriptions.delete(subscription);
      if (feed.subscriptions.size === 0) this.#feeds.delete(topic);
    }
    if (this.#subscriptions.size > 0 || this.#isClosed) return;
    clearTimeout(this.#rest);
    // While developing, every reload of the code leaves a hub behind: nobody reads from it, and nobody closes it.
    this.#rest = setTimeout(() => void this.#stopListening(), this.#options.restAfterMs);
  }

  #report(cause: unknown): void {
    if (!this.#isFaulty) this.#options.onFault(cause);
    this.#isFaulty = true;
  }

  #endAll(end: SubscriptionEnd): void {
    for (const subscription of this.#subscriptions) subscription.finish(end);
  }
}
