"use client";

import { useSyncExternalStore } from "react";
import { exactTimeText, relativeTimeText } from "./time-text.ts";

const tickMs = 30_000;
const listeners = new Set<() => void>();
let nowMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page, running only while one is shown. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    nowMs = 0;
  };
}

function tick(): void {
  nowMs = Date.now();
  for (const listener of listeners) listener();
}

function readClock(): number {
  if (nowMs === 0) nowMs = Date.now();
  return nowMs;
}

/** A moment as "5 minutes ago", exact on hover. The browser's own tooltip: a list shows hundreds of these. */
export function RelativeTime({ at }: { at: Date }) {
  // The server knows neither the reader's zone nor their clock: it renders the date and leaves the rest to the browser.
  const now = useSyncExternalStore(subscribe, readClock, () => null);
  if (now === null) return <time dateTime={at.toISOString()}>{at.toISOString().slice(0, 10)}</time>;
  // A moment after the last tick, or a server's clock that is a little ahead, is "just now", not "in a minute".
  const from = new Date(Math.max(now, Math.min(at.getTime(), now + tickMs)));
  return (
    <time dateTime={at.toISOString()} title={exactTimeText(at)}>
      {relativeTimeText(at, from)}
    </time>
  );
}
