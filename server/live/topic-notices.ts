import type { Topic } from "../../core/log/topic.ts";
import type { ListenToLog, LogListener } from "./log-listener.ts";

/** Tells who follows a topic how far its log has grown, without reading it: for those who write to it themselves. */
export class TopicNotices {
  readonly #followers = new Map<Topic, Set<(sequence: number) => void>>();
  readonly #listener: LogListener;

  constructor(listen: ListenToLog) {
    this.#listener = listen({
      onNotice: ({ topic, sequence }) => this.#tell(this.#followers.get(topic), sequence),
      // Whatever was committed before may have gone by.
      onListening: () => {
        for (const followers of this.#followers.values()) this.#tell(followers, Infinity);
      },
      onLost: () => undefined,
    });
  }

  /** @returns how to stop. */
  follow(topic: Topic, onGrown: (sequence: number) => void): () => void {
    const followers = this.#followers.get(topic) ?? new Set();
    this.#followers.set(topic, followers.add(onGrown));
    return () => {
      followers.delete(onGrown);
      if (followers.size === 0) this.#followers.delete(topic);
    };
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  #tell(followers: ReadonlySet<(sequence: number) => void> | undefined, sequence: number): void {
    for (const onGrown of followers ?? []) onGrown(sequence);
  }
}
