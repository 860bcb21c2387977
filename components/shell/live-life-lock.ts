/**
 * Tabs and the worker notice each other's death by Web Locks, the one thing a browser frees however its holder ends:
 * closed, crashed or discarded. A message at the end can be lost, and a hidden tab's timers are too slow for heartbeats.
 */
export function holdLifeLock(): string {
  const name = `countersign-live-${crypto.randomUUID()}`;
  void navigator.locks.request(name, () => new Promise(() => undefined));
  return name;
}

/** Calls `onDeath` once the holder of the lock is gone; `signal` stops waiting. */
export function onLifeLockFreed(name: string, signal: AbortSignal, onDeath: () => void): void {
  navigator.locks.request(name, { mode: "shared", signal }, onDeath).catch(() => undefined);
}
