/** A text with everything made alike that doesn't change what it says, and where each of its characters comes from. */
export interface ComparableText {
  text: string;
  /** By UTF-16 code unit of `text`: where the stretch of the original that it stands for begins, and where it ends. */
  starts: readonly number[];
  ends: readonly number[];
}

/** Everything that may have to be changed; what lies between is copied. */
const notable = /\s+|[*_`]+|[\p{ASCII}--[\s*_`]]\p{M}+|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[\P{ASCII}--\s]\p{M}*/gv;

const likeness: readonly (readonly [RegExp, string])[] = [
  [/^[\u2018\u2019\u201a\u201b\u2032\u00b4]$/u, "'"],
  [/^[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]$/u, '"'],
  [/^[\u2010-\u2015\u2212]$/u, "-"],
  [/^\u2026$/u, "..."],
  [/^[\u200b-\u200d\u2060\ufeff\u00ad]$/u, ""],
];

/** Ligatures and full-width forms only: NFKC would also make `x²` and `x2` alike. */
const compatible = /^[\ufb00-\ufb06\uff01-\uff5e]$/u;

/**
 * Makes typographic quotes and dashes, white space, composed and decomposed characters (NFC), ligatures and Markdown's
 * marks of emphasis alike. Case, digits, words and their order stay.
 */
export function comparableText(original: string): ComparableText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const copyTo = (end: number) => {
    if (end <= at) return;
    pieces.push(original.slice(at, end));
    for (let index = at; index < end; index += 1) {
      starts.push(index);
      ends.push(index + 1);
    }
  };
  for (const { 0: found, index: start } of original.matchAll(notable)) {
    copyTo(start);
    at = start + found.length;
    const alike = alikeOf(found, original.charAt(start - 1), original.charAt(at), start === 0 || /[\r\n]\s*$/.test(original.slice(Math.max(0, start - 20), start)));
    pieces.push(alike);
    for (let index = 0; index < alike.length; index += 1) {
      starts.push(start);
      ends.push(at);
    }
  }
  copyTo(original.length);
  return { ...withoutDoubleSpaces({ text: pieces.join(""), starts, ends }) };
}

function alikeOf(found: string, before: string, after: string, isLineStart: boolean): string {
  if (/^\s/.test(found)) return " ";
  if (/^[*_`]/.test(found)) return isEmphasis(found, before, after, isLineStart) ? "" : found;
  const like = likeness.find(([pattern]) => pattern.test(found));
  return like === undefined ? found.normalize(compatible.test(found) ? "NFKC" : "NFC") : like[1];
}

/** A sign of arithmetic and the inside of a name are not emphasis: `2*3`, `2 * 3`, `snake_case`. */
function isEmphasis(marks: string, before: string, after: string, isLineStart: boolean): boolean {
  if (/\d/.test(before) && /\d/.test(after)) return false;
  if (/^[*_]$/.test(marks) && isWord(before) && isWord(after)) return false;
  if (/^_+$/.test(marks) && (isWord(before) || isWord(after)) && marks.length > 2) return false;
  return isLineStart || !isSpace(before) || !isSpace(after);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isSpace(character: string): boolean {
  return character === "" || /\s/.test(character);
}

/** Dropped marks leave two spaces where there was one on each side. */
function withoutDoubleSpaces({ text, starts, ends }: ComparableText): ComparableText {
  if (!text.includes("  ")) return { text, starts, ends };
  const kept: { text: string[]; starts: number[]; ends: number[] } = { text: [], starts: [], ends: [] };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === " " && kept.text.at(-1) === " ") {
      kept.ends[kept.ends.length - 1] = ends[index] ?? 0;
      continue;
    }
    kept.text.push(character);
    kept.starts.push(starts[index] ?? 0);
    kept.ends.push(ends[index] ?? 0);
  }
  return { text: kept.text.join(""), starts: kept.starts, ends: kept.ends };
}
