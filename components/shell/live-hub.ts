import type { LiveMessage } from "../../core/log/live-message.ts";
import type { LogEntry, Positions } from "../../core/log/log-entry.ts";
import { maxTopicsPerStream, type Topic } from "../../core/log/topic.ts";
import { LiveConnection, type OpenStream, type RetryDelays } from "./live-connection.ts";
import { LiveFeed } from "./live-feed.ts";
import type { LiveReader, LiveSource, LiveStatus } from "./live-source.ts";

export type LiveHubOptions = {
  open: OpenStream;
  isOnline(): boolean;
  delays?: RetryDelays;
};

/** A page that opens brings several topics within a moment: one new stream for all of them. */
const joinDelayMs = 20;

/** A topic nobody follows stays in the stream for a while: the next page often follows it again. */
const leaveDelayMs = 5_000;

/** Carries all topics that anyone follows over one stream, and gives each reader exactly the entries it lacks. */
export class LiveHub implements LiveSource {
  readonly #feeds = new Map<Topic, LiveFeed>();
  readonly #watchers = new Set<() => void>();
  readonly #connection: LiveConnection;
  #isAwake = true;
  #joining: ReturnType<typeof setTimeout> | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor({ open, isOnline, delays }: LiveHubOptions) {
    this.#connection = new LiveConnection({
      open,
      isOnline,
      delays,
      positions: () => this.#positions(),
      onMessage: (message) => this.#take(message),
      onStatus: () => {
        for (const onStatus of this.#watchers) onStatus();
      },
    });
  }

  subscribe(topic: Topic, from: number, reader: LiveReader): () => void {
    const known = this.#feeds.get(topic);
    const feed = known ?? new LiveFeed(from);
    this.#feeds.set(topic, feed);
    const { leave, isBehind } = feed.follow(from, reader);
    const reopen = (): void => this.#connection.reopen();
    if (known === undefined || isBehind) this.#joining ??= setTimeout(reopen, joinDelayMs);
    return () => {
      leave();
      if (!feed.isFollowed) this.#leaving ??= setTimeout(reopen, leaveDelayMs);
    };
  }

  get status(): LiveStatus {
    return this.#connection.status;
  }

  watch(onStatus: () => void): () => void {
    // Each call counts by itself, also when two watchers share a function.
    const watcher = (): void => onStatus();
    this.#watchers.add(watcher);
    this.#decide();
    return () => {
      this.#watchers.delete(watcher);
      this.#decide();
    };
  }

  /** Lets go of the stream while the only tab is hidden; readers keep their positions. */
  setAwake(isAwake: boolean): void {
    this.#isAwake = isAwake;
    this.#decide();
  }

  nudge(): void {
    this.#connection.nudge();
  }

  /** The network is gone, as the browser says. */
  lose(): void {
    this.#connection.lose();
  }

  #decide(): void {
    this.#connection.want(this.#isAwake && this.#watchers.size > 0);
  }

  #positions(): Positions {
    clearTimeout(this.#joining);
    clearTimeout(this.#leaving);
    this.#joining = undefined;
    this.#leaving = undefined;
    for (const [topic, feed] of this.#feeds) {
      if (!feed.isFollowed) this.#feeds.delete(topic);
    }
    // More than a stream carries: the oldest are told so, rather than all of them failing.
    for (const [topic, feed] of [...this.#feeds].slice(0, -maxTopicsPerStream)) {
      feed.refuse();
      this.#feeds.delete(topic);
    }
    return new Map([...this.#feeds].map(([topic, feed]) => [topic, feed.position]));
  }

  #take(message: LiveMessage): void {
    if (message.kind === "entries") return this.#takeEntries(message.entries);
    if (message.kind === "glimpses") {
      for (const glimpse of message.glimpses) this.#feeds.get(glimpse.topic)?.show(glimpse);
      return;
    }
    for (const [topic, position] of Object.entries(message.positions)) this.#feeds.get(topic)?.opened(position);
    for (const topic of message.refused) this.#feeds.get(topic)?.refuse();
  }

  #takeEntries(entries: LogEntry[]): void {
    let hasGap = false;
    for (const [topic, news] of Map.groupBy(entries, (entry) => entry.topic)) {
      if (this.#feeds.get(topic)?.take(news)) hasGap = true;
    }
    // A feed that was set back waits for older entries anyway.
    if (hasGap && this.#joining === undefined) this.#connection.distrust();
  }
}
