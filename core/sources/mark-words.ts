/** A stretch of a text, by offsets; the end not included. */
export interface TextRange {
  start: number;
  end: number;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Where one word ends inside another: `generateText`, `v7`. */
const part = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
/** Words that say nothing of what is looked for. */
const idle = new Set("a an and are as at be by can do does for from how i if in is it of on or that the this to was what when where which who why with".split(" "));

/** Where a text holds words of a query, in any of their forms, also inside longer names. */
export function markWords(text: string, query: string): TextRange[] {
  const stems = new Set(wordsOf(query).map(({ stem }) => stem));
  if (stems.size === 0) return [];
  const found = wordsOf(text).filter(({ stem }) => stems.has(stem));
  return joined(found.toSorted((left, right) => left.start - right.start || right.end - left.end));
}

function wordsOf(text: string): (TextRange & { stem: string })[] {
  const all = [...text.matchAll(word)].flatMap((whole) => {
    const pieces = [...whole[0].matchAll(part)].map((piece) => ({ text: piece[0], start: whole.index + piece.index }));
    return [{ text: whole[0], start: whole.index }, ...(pieces.length > 1 ? pieces : [])];
  });
  return all
    .map((one) => ({ start: one.start, end: one.start + one.text.length, stem: stemOf(one.text.toLowerCase()) }))
    .filter(({ stem }) => stem !== "" && !idle.has(stem));
}

/** The part of an English word that its forms share, roughly: marking one too many harms nobody. */
function stemOf(lower: string): string {
  if (lower.length < 4) return lower;
  return lower.replace(/(?:ies|ing|ed|es|s|e|y)$/, "");
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
