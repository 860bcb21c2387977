"use client";

import { createContext, use, useSyncExternalStore } from "react";
import { createClock } from "./clock.ts";
import { durationText, spanText } from "./number-text.ts";

const clock = createClock(1_000);
const never = () => () => undefined;

/** How far the server's clock is ahead of this browser's, in milliseconds: events carry the server's time. */
export const ClockOffset = createContext(0);

/** @returns the server's time, each second anew while `isRunning`; null before the page is in the browser. */
export function useNow(isRunning: boolean): number | null {
  const offset = use(ClockOffset);
  const now = useSyncExternalStore(isRunning ? clock.subscribe : never, clock.read, () => null);
  return now === null ? null : now + offset;
}

/** How long something took, or has taken so far. @param to null while it goes on. */
export function Elapsed({ from, to }: { from: Date | null; to: Date | null }) {
  const now = useNow(from !== null && to === null);
  if (from === null) return null;
  if (to !== null) return spanText(to.getTime() - from.getTime());
  return now === null ? null : durationText(now - from.getTime());
}
