import { foldRun } from "../../core/run/fold-run.ts";
import { runEventSchema, type RunEntry } from "../../core/run/run-event.ts";
import type { RunState } from "../../core/run/run-state.ts";
import { wordsSoFarSchema, type WordsSoFar } from "../../core/run/words-so-far.ts";
import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";

/** So many of the newest events are kept here; older ones are read from the server where somebody looks. */
const keptEvents = 1_000;

/** What comes within one such time is folded in together: a hundred steps a second are ten renders, not a hundred. */
const batchMs = 100;

/** How a run stands, and its newest events, in order and without a gap. */
export interface RunSnapshot {
  state: RunState;
  newest: readonly RunEntry[];
}

/** A run as this page knows it: what the server read, and what has come since. */
export class RunFeed {
  #snapshot: RunSnapshot;
  #incoming: RunEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What models write right now, by the id of their step. */
  readonly #wordsById = new Map<string, WordsSoFar>();
  readonly #readers = new Set<() => void>();
  readonly #listeners = new Set<() => void>();

  constructor(read: RunSnapshot) {
    this.#snapshot = read;
  }

  readonly read = (): RunSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Takes entries of the live stream; they show within a moment, all at once. */
  add(entries: readonly LogEntry[]): RunEntry[] {
    const news = entries.map(({ sequence, at, data }) => ({ sequence, at, event: runEventSchema.parse(data) }));
    const isOver = news.filter(({ event }) => "stepId" in event && event.stepId !== null && this.#wordsById.delete(event.stepId));
    if (isOver.length > 0) this.#tellReaders();
    this.#incoming.push(...news);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#settle(), batchMs);
    return news;
  }

  /** What the step's model has written of an answer that isn't over; null while it writes none. */
  readonly wordsOf = (stepId: string): WordsSoFar | null => this.#wordsById.get(stepId) ?? null;

  readonly subscribeToWords = (reader: () => void): (() => void) => {
    this.#readers.add(reader);
    return () => void this.#readers.delete(reader);
  };

  /** Takes what a model has written so far; an event of its step takes its place. */
  show({ about, data }: Glimpse): void {
    const words = wordsSoFarSchema.safeParse(data);
    if (!words.success) return;
    this.#wordsById.set(about, words.data);
    this.#tellReaders();
  }

  #tellReaders(): void {
    for (const reader of this.#readers) reader();
  }

  #settle(): void {
    this.#timer = undefined;
    const { state, newest } = this.#snapshot;
    const fresh = this.#incoming.filter(({ sequence }) => sequence > state.sequence);
    this.#incoming = [];
    if (fresh.length === 0) return;
    this.#snapshot = { state: foldRun(state, fresh), newest: [...newest, ...fresh].slice(-keptEvents) };
    for (const listener of this.#listeners) listener();
  }
}
