/** One clock for everything on the page that shows a time passing; it runs only while something does. */
export function createClock(tickMs: number) {
  const listeners = new Set<() => void>();
  let nowMs = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = (): void => {
    nowMs = Date.now();
    for (const listener of listeners) listener();
  };

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      timer ??= setInterval(tick, tickMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
        nowMs = 0;
      };
    },

    /** @returns the time of the last tick, so that all readers of one render agree. */
    read(): number {
      if (nowMs === 0) nowMs = Date.now();
      return nowMs;
    },
  };
}
