import type { TextRange } from "./mark-words.ts";
import type { RstLine } from "./rst-line.ts";
import { rstWords } from "./rst-run.ts";

/** A line of one sign of punctuation again and again: it underlines a title, or stands between paragraphs. */
const adornment = /^([!-/:-@[-`{-~])\1+[ \t]*$/;
/** A shorter line under a longer one is text. */
const leastUnderline = 4;
const leastTransition = 4;

/** How a title is marked: documents choose which mark stands for which level. */
interface Title {
  /** Its sign, twice where a line stands above it too. */
  style: string;
  /** How many lines it takes. */
  count: number;
}

/** Reads a section's title (docutils, reStructuredText specification, "Sections"). @returns null where none begins. */
export function titleAt(lines: readonly RstLine[], at: number): Title | null {
  const [first, second, third] = [lines[at], lines[at + 1], lines[at + 2]];
  if (first === undefined || second === undefined || first.isBlank || second.isBlank) return null;
  const over = signOf(first);
  if (over !== null) {
    const isTitle = third !== undefined && signOf(second) === null && signOf(third) === over && isUnder(first, second) && isUnder(third, second);
    return isTitle ? { style: over + over, count: 3 } : null;
  }
  const under = signOf(second);
  return under === null || first.indent > 0 || !isUnder(second, first) || !/[\p{L}\p{N}]/u.test(first.text) ? null : { style: under, count: 2 };
}

function signOf({ text }: RstLine): string | null {
  return adornment.exec(text)?.[1] ?? null;
}

function isUnder(line: RstLine, title: RstLine): boolean {
  return line.text.trimEnd().length >= Math.min(leastUnderline, title.text.trim().length);
}

/** Whether a line only separates what stands above it from what stands below. */
export function isTransition(line: RstLine): boolean {
  return signOf(line) !== null && line.text.trimEnd().length >= leastTransition;
}

/** The words of a title without the lines above and below it. */
export function titleWords(text: string, { start, end }: TextRange): TextRange {
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const from = start + index + (line.length - line.trimStart().length);
    if (!adornment.test(line)) return { start: from, end: from + line.trim().length };
  }
  return { start, end };
}

/** Gives each title its level: the order in which marks come up decides, and the headings known to stand above. */
export function levelReader(above: readonly string[]): (words: string, style: string) => number {
  const levels = new Map<string, number>();
  let deepest = 0;
  return (words, style) => {
    const known = levels.get(style);
    if (known !== undefined) return known;
    const place = above.indexOf(rstWords(words)) + 1;
    const level = place > 0 ? place : deepest > 0 ? deepest + 1 : Math.max(1, above.length);
    levels.set(style, level);
    deepest = Math.max(deepest, level);
    return level;
  };
}
