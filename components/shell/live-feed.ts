import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";
import { openGate, passGate, type SequenceGate } from "../../core/log/sequence-gate.ts";
import type { LiveReader } from "./live-source.ts";

/** So many of the last entries are kept for a tab that comes a moment later with a slightly older page. */
const recentEntries = 500;

type Follower = { reader: LiveReader; gate: SequenceGate<LogEntry> };

/** One topic in the hub: how far its stream came, and who follows it from where. */
export class LiveFeed {
  #gate: SequenceGate<LogEntry>;
  #recent: LogEntry[] = [];
  #isRefused = false;
  readonly #followers = new Set<Follower>();

  constructor(from: number) {
    this.#gate = openGate(from);
  }

  get position(): number {
    return this.#gate.position;
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  /** Adds a reader. @returns what removes it, and whether the stream has to go back for older entries. */
  follow(from: number, reader: LiveReader): { leave: () => void; isBehind: boolean } {
    const follower: Follower = { reader, gate: openGate(from) };
    this.#followers.add(follower);
    const leave = (): void => void this.#followers.delete(follower);
    if (this.#isRefused) reader.onRefused();
    if (from >= this.position) return { leave, isBehind: false };
    const oldest = this.#recent[0]?.sequence ?? Infinity;
    if (oldest <= from + 1) {
      this.#deliver(follower, this.#recent);
      return { leave, isBehind: false };
    }
    this.#gate = openGate(from);
    this.#recent = [];
    return { leave, isBehind: true };
  }

  /** Takes what the stream brought. @returns whether an entry is missing in between. */
  take(entries: LogEntry[]): boolean {
    const { gate, released, hasGap } = passGate(this.#gate, entries);
    this.#gate = gate;
    this.#recent = [...this.#recent, ...released].slice(-recentEntries);
    for (const follower of this.#followers) this.#deliver(follower, released);
    return hasGap;
  }

  show(glimpse: Glimpse): void {
    for (const { reader } of this.#followers) reader.onGlimpse(glimpse);
  }

  /** Takes the position at which the server started the topic. */
  opened(position: number): void {
    this.#isRefused = false;
    if (position >= this.position) return;
    this.#gate = openGate(position);
    this.#recent = [];
    for (const follower of this.#followers) {
      follower.gate = openGate(position);
      follower.reader.onRestart();
    }
  }

  refuse(): void {
    this.#isRefused = true;
    for (const { reader } of this.#followers) reader.onRefused();
  }

  #deliver(follower: Follower, entries: LogEntry[]): void {
    const { gate, released } = passGate(follower.gate, entries);
    follower.gate = gate;
    if (released.length > 0) follower.reader.onEntries(released);
  }
}
