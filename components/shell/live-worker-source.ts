import type { LogEntry } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import { holdLifeLock, onLifeLockFreed } from "./live-life-lock.ts";
import { onReturn } from "./live-return.ts";
import { unopenedStatus, type LiveReader, type LiveSource, type LiveStatus } from "./live-source.ts";
import type { TabMessage, WorkerMessage } from "./live-worker-message.ts";

type Follow = { topic: Topic; position: number; reader: LiveReader };

/** A worker that hasn't answered by then never will: its script couldn't be loaded, or it hangs. */
const welcomeWithinMs = 10_000;

export type WorkerSourceOptions = {
  sessionId: string;
  startWorker(): SharedWorker;
  /** The worker can't be had; the tab needs another source. */
  onUnavailable(): void;
};

/** A tab's end of the shared hub. When the worker dies, it starts another and goes on where each reader was. */
export class LiveWorkerSource implements LiveSource {
  readonly #options: WorkerSourceOptions;
  readonly #follows = new Map<number, Follow>();
  readonly #watchers = new Set<() => void>();
  #lock: Promise<string> | null = null;
  #status = unopenedStatus;
  #nextFollowId = 1;
  /** Null until the worker knows of this tab; what is followed before is told with the greeting. */
  #port: MessagePort | null = null;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #life = new AbortController();

  constructor(options: WorkerSourceOptions) {
    this.#options = options;
  }

  subscribe(topic: Topic, from: number, reader: LiveReader): () => void {
    const followId = this.#nextFollowId++;
    this.#follows.set(followId, { topic, position: from, reader });
    this.#tell({ kind: "follow", followId, topic, from });
    return () => {
      this.#follows.delete(followId);
      this.#tell({ kind: "leave", followId });
    };
  }

  get status(): LiveStatus {
    return this.#status;
  }

  watch(onStatus: () => void): () => void {
    // Each call counts by itself, also when two watchers share a function.
    const watcher = (): void => onStatus();
    this.#watchers.add(watcher);
    if (this.#watchers.size === 1) this.#start();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#stop();
    };
  }

  nudge(): void {
    this.#tell({ kind: "nudge" });
  }

  #start(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const fail = (): void => {
      if (signal.aborted) return;
      this.#stop();
      this.#options.onUnavailable();
    };
    const worker = this.#options.startWorker();
    worker.addEventListener("error", fail, { signal });
    this.#deadline = setTimeout(fail, welcomeWithinMs);
    onReturn(() => this.nudge(), signal);
    window.addEventListener("offline", () => this.#tell({ kind: "lose" }), { signal });
    worker.port.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => this.#take(data), { signal });
    worker.port.start();
    void this.#greet(worker.port, signal);
  }

  async #greet(port: MessagePort, signal: AbortSignal): Promise<void> {
    this.#lock ??= holdLifeLock();
    const lockName = await this.#lock;
    if (signal.aborted) return;
    this.#port = port;
    this.#tell({ kind: "hello", lockName, sessionId: this.#options.sessionId });
    for (const [followId, { topic, position }] of this.#follows) this.#tell({ kind: "follow", followId, topic, from: position });
  }

  #stop(): void {
    clearTimeout(this.#deadline);
    this.#life.abort();
    this.#tell({ kind: "goodbye" });
    this.#port?.close();
    this.#port = null;
  }

  #take(message: WorkerMessage): void {
    switch (message.kind) {
      case "welcome":
        clearTimeout(this.#deadline);
        onLifeLockFreed(message.lockName, this.#life.signal, () => {
          this.#stop();
          if (this.#watchers.size > 0) this.#start();
        });
        return;
      case "status":
        this.#status = message.status;
        for (const onStatus of this.#watchers) onStatus();
        return;
      case "entries":
        return this.#takeEntries(message.followId, message.entries);
      case "glimpse":
        return this.#follows.get(message.followId)?.reader.onGlimpse(message.glimpse);
      case "restart":
        return this.#follows.get(message.followId)?.reader.onRestart();
      case "refuse":
        return this.#follows.get(message.followId)?.reader.onRefused();
    }
  }

  #takeEntries(followId: number, entries: LogEntry[]): void {
    const follow = this.#follows.get(followId);
    if (follow === undefined) return;
    follow.position = entries.at(-1)?.sequence ?? follow.position;
    follow.reader.onEntries(entries);
  }

  #tell(message: TabMessage): void {
    this.#port?.postMessage(message);
  }
}
