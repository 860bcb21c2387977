import type { RunEntry } from "../../core/run/run-event.ts";

/** One line of what happened last. */
export interface LatestLine {
  entry: RunEntry;
  /** How many passages the step read one after the other, up to this entry; 0 where it is about something else. */
  passages: number;
}

/**
 * What happened last, newest first. Passages that one step read one after the other are one line: a single search brings
 * so many that nothing else would be seen.
 */
export function latestLines(newest: readonly RunEntry[], most: number): LatestLine[] {
  const lines: LatestLine[] = [];
  for (const entry of newest.toReversed()) {
    const { event } = entry;
    const last = lines.at(-1);
    if (event.type === "source-read" && last?.entry.event.type === "source-read" && last.entry.event.stepId === event.stepId) {
      last.passages += 1;
      continue;
    }
    if (lines.length === most) break;
    lines.push({ entry, passages: event.type === "source-read" ? 1 : 0 });
  }
  return lines;
}
