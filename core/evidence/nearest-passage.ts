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
  return withinBlock(text, best, quote);
}

/** Between paragraphs, items and rows. */
const betweenBlocks = /\n\s*\n|\n(?=\s*(?:[-*+|#>]|\d+[.)])\s)/g;
/** Where one block holds as much of what is shared, the rest of the stretch is there by chance. */
const blockShare = 0.7;

/** The part of a stretch that stands in one block, where this holds nearly all that is shared. */
function withinBlock(text: string, { start, end, shared }: TextRange & { shared: number }, quote: string): TextRange {
  const cuts = [...text.slice(start, end).matchAll(betweenBlocks)].map(({ 0: gap, index }) => [start + index, start + index + gap.length] as const);
  const pieces = [start, ...cuts.map(([, after]) => after)].map((from, index) => ({ start: from, end: cuts[index]?.[0] ?? end }));
  const wanted = new Set(quote.toLowerCase().match(word));
  const told = pieces.map((piece) => ({ piece, shared: new Set(text.slice(piece.start, piece.end).toLowerCase().match(word)?.filter((one) => wanted.has(one))).size }));
  const most = told.toSorted((one, other) => other.shared - one.shared)[0];
  const chosen = most !== undefined && most.shared >= shared * blockShare ? most.piece : { start, end };
  const words = [...text.slice(chosen.start, chosen.end).matchAll(word)];
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? { start, end } : { start: chosen.start + first.index, end: chosen.start + last.index + last[0].length };
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
