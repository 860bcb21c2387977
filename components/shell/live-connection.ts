import type { LiveMessage } from "../../core/log/live-message.ts";
import type { Positions } from "../../core/log/log-entry.ts";
import type { LiveStatus } from "./live-source.ts";

export type StreamEvents = {
  onMessage(message: LiveMessage): void;
  /** The stream is over; `isSignedOut` when a new one would be refused. */
  onEnd(isSignedOut: boolean): void;
};

/** Opens one stream from these positions. @returns what closes it without a further event. */
export type OpenStream = (positions: Positions, events: StreamEvents) => () => void;

export type RetryDelays = {
  /** After a stream that worked: most cuts are a restart or a proxy's time limit. */
  afterSuccessMs: number;
  firstMs: number;
  lastMs: number;
};

export type LiveConnectionOptions = {
  open: OpenStream;
  positions(): Positions;
  onMessage(message: LiveMessage): void;
  /** Called at every change of `status`. */
  onStatus(): void;
  isOnline(): boolean;
  delays?: RetryDelays;
};

const defaultDelays: RetryDelays = { afterSuccessMs: 250, firstMs: 1_000, lastMs: 15_000 };

/** A shorter outage is nobody's business. */
const calmMs = 1_000;

/** A stream that broke sooner didn't work: the next attempt waits longer. */
const provenMs = 5_000;

/** Keeps a stream open while it is wanted: opens it, tries again when it breaks, and says how it stands. */
export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  readonly #delays: RetryDelays;
  #isWanted = false;
  #close: (() => void) | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #openedAt: number | null = null;
  #failures = 0;
  #status: LiveStatus = { state: "connecting", since: Date.now() };

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
    this.#delays = options.delays ?? defaultDelays;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  /** Opens the stream, or closes it for a while: nobody looks. */
  want(isWanted: boolean): void {
    if (this.#isWanted === isWanted) return;
    this.#isWanted = isWanted;
    if (isWanted) return this.reopen();
    this.#stop();
    this.#settle({ state: "connecting", since: Date.now() });
  }

  /** Opens the stream anew from the present positions, unless it isn't wanted. */
  reopen(): void {
    if (!this.#isWanted) return;
    this.#stop();
    this.#close = this.#options.open(this.#options.positions(), {
      onMessage: (message) => {
        if (message.kind === "opened") this.#succeed();
        this.#options.onMessage(message);
      },
      onEnd: (isSignedOut) => this.#fail(isSignedOut),
    });
  }

  /** Tries at once if it is waiting to try: the network came back, someone looks again. */
  nudge(): void {
    if (this.#isWanted && this.#close === null) this.reopen();
  }

  /** The network is gone: an open stream would only find out after a while. */
  lose(): void {
    if (this.#close === null) return;
    this.#stop();
    this.#fail(false);
  }

  /** Goes back to the present positions because an entry is missing; a server that always skips one must not spin us. */
  distrust(): void {
    this.#stop();
    this.#fail(false);
  }

  #stop(): void {
    clearTimeout(this.#retry);
    this.#close?.();
    this.#close = null;
  }

  #succeed(): void {
    this.#openedAt = Date.now();
    this.#settle({ state: "live", since: this.#openedAt });
  }

  #fail(isSignedOut: boolean): void {
    this.#close = null;
    const now = Date.now();
    if (this.#openedAt !== null && now - this.#openedAt >= provenMs) this.#failures = 0;
    const isFresh = this.#openedAt !== null && this.#failures === 0;
    this.#openedAt = null;
    if (isSignedOut) return this.#settle({ state: "offline", since: now, isSignedOut });
    const limit = isFresh ? this.#delays.afterSuccessMs : Math.min(this.#delays.firstMs * 2 ** Math.max(0, this.#failures - 1), this.#delays.lastMs);
    this.#failures += 1;
    // Half of the delay is chance, so that a restarted server isn't met by all browsers in the same instant.
    this.#retry = setTimeout(() => this.reopen(), limit * (0.5 + Math.random() / 2));
    if (!this.#options.isOnline()) return this.#settle({ state: "offline", since: now });
    if (this.#status.state === "offline") this.#settle({ state: "reconnecting", since: now });
    else if (this.#status.state !== "reconnecting") this.#calm ??= setTimeout(() => this.#settle({ state: "reconnecting", since: now }), calmMs);
  }

  #settle(status: LiveStatus): void {
    clearTimeout(this.#calm);
    this.#calm = undefined;
    if (this.#status.state === status.state && this.#status.isSignedOut === status.isSignedOut) return;
    this.#status = status;
    this.#options.onStatus();
  }
}
