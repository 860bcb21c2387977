/**
 * Tabs and the worker notice each other's death by Web Locks, the one thing a browser frees however its holder ends:
 * closed, crashed or discarded. A message at the end can be lost, and a hidden tab's timers are too slow for heartbeats.
 */
export function holdLifeLock(): Promise<string> {
  const name = `countersign-live-${crypto.randomUUID()}`;
  // Only a lock that is held may be told to others: they would be granted one that isn't yet, and take us for dead.
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => {
      resolve(name);
      return new Promise(() => undefined);
    });
  });
}

/** Calls `onDeath` once the holder of the lock is gone; `signal` stops waiting. */
export function onLifeLockFreed(name: string, signal: AbortSignal, onDeath: () => void): void {
  navigator.locks.request(name, { mode: "shared", signal }, onDeath).catch(() => undefined);
}
