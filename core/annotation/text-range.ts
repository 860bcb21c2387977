import { contextLength, type TextRange } from "./annotation-target.ts";

/** Where words stand in a text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Notes a span so that {@link findRange} finds it again in a later text. */
export function rangeOf(text: string, { start, end }: Span): TextRange {
  return { exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - contextLength), start), suffix: text.slice(end, end + contextLength), start };
}

/**
 * Finds a range in a text that may have changed: of the places where the very words stand, the one whose surroundings
 * agree best, and of equal ones the nearest to where they stood.
 * @returns null when the words are nowhere any more.
 */
export function findRange(text: string, { exact, prefix, suffix, start }: TextRange): Span | null {
  let best: { at: number; agreement: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const agreement = commonEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) + commonStart(text.slice(at + exact.length, at + exact.length + suffix.length), suffix);
    const isBetter = best === null || agreement > best.agreement || (agreement === best.agreement && Math.abs(at - start) < Math.abs(best.at - start));
    if (isBetter) best = { at, agreement };
  }
  return best === null ? null : { start: best.at, end: best.at + exact.length };
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length += 1;
  return length;
}

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
