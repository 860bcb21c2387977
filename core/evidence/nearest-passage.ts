import type { TextRange } from "../sources/mark-words.ts";

/** Words, and single characters of scripts that put no spaces between words. */
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/** Less in common than this is chance. */
const leastShare = 0.4;

/**
 * The stretch of a text that shares most words with a quote that isn't in it, as long as the quote in words; null when
 * too little is alike. One pass over the text.
 */
export function nearestPassage(text: string, quote: string): TextRange | null {
  const wanted = new Map<string, number>();
  let length = 0;
  for (const [found] of quote.toLowerCase().matchAll(word)) {
    wanted.set(found, (wanted.get(found) ?? 0) + 1);
    length += 1;
  }
  if (length === 0) return null;
  const inside: { key: string; start: number; end: number }[] = [];
  let [first, shared] = [0, 0];
  let best: (TextRange & { shared: number }) | null = null;
  for (const { 0: found, index: start } of text.matchAll(word)) {
    const key = found.toLowerCase();
    inside.push({ key, start, end: start + found.length });
    shared += take(wanted, key);
    const out = inside.length - first > length ? inside[first] : undefined;
    if (out !== undefined) {
      shared -= giveBack(wanted, out.key);
      first += 1;
    }
    if (best === null || shared > best.shared) best = { start: inside[first]?.start ?? start, end: start + found.length, shared };
  }
  if (best === null || best.shared < Math.max(2, length * leastShare)) return null;
  return { start: best.start, end: best.end };
}

/** Counts a word down, below nought too: so that as many as too many came in have to go out before one is missing. */
function take(wanted: Map<string, number>, key: string): number {
  const left = wanted.get(key);
  if (left === undefined) return 0;
  wanted.set(key, left - 1);
  return left > 0 ? 1 : 0;
}

function giveBack(wanted: Map<string, number>, key: string): number {
  const left = wanted.get(key);
  if (left === undefined) return 0;
  wanted.set(key, left + 1);
  return left >= 0 ? 1 : 0;
}
