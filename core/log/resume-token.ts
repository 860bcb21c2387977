import type { Positions } from "./log-entry.ts";
import { maxTopicsPerStream, topicSchema } from "./topic.ts";

/**
 * Writes the positions of a stream as one line that fits in an SSE `id` field and an HTTP header.
 * The empty string is not a token (SSE reads it as "no id"), so no topics is a single `-`.
 */
export function encodeResumeToken(positions: Positions): string {
  if (positions.size === 0) return "-";
  return [...positions].map(([topic, sequence]) => `${topic}@${sequence}`).join(",");
}

/** @returns the positions, or null when the text is not a token we wrote. It came back from a browser, so it proves nothing. */
export function decodeResumeToken(token: string): Positions | null {
  if (token === "-") return new Map();
  const parts = token.split(",", maxTopicsPerStream + 1);
  if (parts.length > maxTopicsPerStream) return null;
  const positions = new Map<string, number>();
  for (const part of parts) {
    const match = /^([^@]+)@(0|[1-9][0-9]{0,15})$/.exec(part);
    const topic = topicSchema.safeParse(match?.[1]);
    const sequence = Number(match?.[2]);
    if (!topic.success || !Number.isSafeInteger(sequence) || positions.has(topic.data)) return null;
    positions.set(topic.data, sequence);
  }
  return positions;
}
