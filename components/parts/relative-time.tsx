"use client";

import { useSyncExternalStore } from "react";
import { createClock } from "./clock.ts";
import { exactTimeText, relativeTimeText } from "./time-text.ts";

const tickMs = 30_000;
const clock = createClock(tickMs);

/** A moment as "5 minutes ago", exact on hover. The browser's own tooltip: a list shows hundreds of these. */
export function RelativeTime({ at }: { at: Date }) {
  // The server knows neither the reader's zone nor their clock: it renders the date and leaves the rest to the browser.
  const now = useSyncExternalStore(clock.subscribe, clock.read, () => null);
  if (now === null) return <time dateTime={at.toISOString()}>{at.toISOString().slice(0, 10)}</time>;
  // A moment after the last tick, or a server's clock that is a little ahead, is "just now", not "in a minute".
  const from = new Date(Math.max(now, Math.min(at.getTime(), now + tickMs)));
  return (
    <time dateTime={at.toISOString()} title={exactTimeText(at)}>
      {relativeTimeText(at, from)}
    </time>
  );
}
