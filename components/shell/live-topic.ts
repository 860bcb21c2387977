"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry } from "../../core/log/log-entry.ts";
import type { Topic } from "../../core/log/topic.ts";
import { useLiveSource } from "./live-provider.tsx";

export type LiveTopicHandlers = {
  /** The next entries: each exactly once, in order, without a gap. */
  onEntries(entries: LogEntry[]): void;
  /** What goes on beside the log; it may be missed. */
  onGlimpse?(glimpse: Glimpse): void;
  /** The log was restored from an older copy: load what is on screen again. */
  onRestart?(): void;
  /** The server won't let this member read the topic, any more or at all. */
  onRefused?(): void;
};

/**
 * Follows a topic of the log while the component is on screen.
 *
 * @param fromSequence the last sequence that what is on screen already holds (0 for an empty log); null while that is
 * not known yet, and nothing is followed. Later changes of it don't matter: the position is kept here.
 */
export function useLiveTopic(topic: Topic, fromSequence: number | null, handlers: LiveTopicHandlers): void {
  const source = useLiveSource();
  const read = useRef<{ topic: Topic; position: number } | null>(null);
  const onEntries = useEffectEvent(handlers.onEntries);
  const onGlimpse = useEffectEvent((glimpse: Glimpse) => handlers.onGlimpse?.(glimpse));
  const onRestart = useEffectEvent(() => handlers.onRestart?.());
  const onRefused = useEffectEvent(() => handlers.onRefused?.());
  const start = useEffectEvent(() => fromSequence ?? 0);
  const isKnown = fromSequence !== null;

  useEffect(() => {
    if (source === null || !isKnown) return;
    const from = read.current?.topic === topic ? read.current.position : start();
    const mine = { topic, position: from };
    read.current = mine;
    return source.subscribe(topic, from, {
      onEntries: (entries) => {
        mine.position = entries.at(-1)?.sequence ?? mine.position;
        onEntries(entries);
      },
      onGlimpse,
      onRestart,
      onRefused,
    });
  }, [source, topic, isKnown]);
}
