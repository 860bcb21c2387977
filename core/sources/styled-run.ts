import type { TextRange } from "./mark-words.ts";
import { rstRuns } from "./rst-run.ts";
import type { SourceFormat } from "./source-format.ts";

/**
 * How a stretch of a document reads; `markup` are the signs that make it so, which readers don't need, a `role` is the name
 * before a bare number: `rfc` of `:rfc:` before `2822`, a `note` the sign of a footnote.
 */
export type RunStyle = "plain" | "code" | "strong" | "link" | "bullet" | "role" | "note" | "markup";

/** A stretch of a document that looks the same throughout. */
export interface StyledRun extends TextRange {
  style: RunStyle;
  isMarked: boolean;
}

/** What is longer is no prose, and looking for signs in it takes longer than anybody waits. */
const maxStyledLength = 20_000;

/** Lines that fence code, signs before headings, code, links with their text, strong words, signs before items of a list. */
const inline = /^[ \t]*(?:`{3,}|~{3,})[^`\n]*$|^#{1,6}[ \t]+|(?<ticks>`+)(?<code>.+?)\k<ticks>(?!`)|!?\[(?<link>[^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)|\*\*(?<strong>[^*\n]+)\*\*|^[ \t]*(?<bullet>[-*+])(?=[ \t])/gms;

/**
 * Cuts a part of a document into runs, in order and without a gap: all of them together are the part itself.
 * @param marks stretches to be highlighted, in order and without overlap.
 */
export function styledRuns(text: string, part: TextRange, marks: readonly TextRange[], format: SourceFormat): StyledRun[] {
  const isLong = part.end - part.start > maxStyledLength;
  const runs: Omit<StyledRun, "isMarked">[] = isLong ? [{ ...part, style: "plain" }] : format === "rst" ? rstRuns(text, part) : inlineRuns(text, part);
  return runs.map(({ start, end, style }) => ({ start, end, style, isMarked: false })).flatMap((run) => cutAtMarks(run, marks));
}

/** The same for a part whose signs mean nothing: code, and tables. */
export function plainRuns(part: TextRange, marks: readonly TextRange[]): StyledRun[] {
  return cutAtMarks({ start: part.start, end: part.end, style: "plain", isMarked: false }, marks);
}

function inlineRuns(text: string, { start, end }: TextRange): StyledRun[] {
  const runs: StyledRun[] = [];
  let at = start;
  const add = (to: number, style: RunStyle) => {
    if (to > at) runs.push({ start: at, end: to, style, isMarked: false });
    at = Math.max(at, to);
  };
  for (const match of text.slice(start, end).matchAll(inline)) {
    const [style, inner] = Object.entries(match.groups ?? {}).find(([name, value]) => name !== "ticks" && value !== undefined) ?? ["markup", ""];
    const from = start + match.index;
    const innerFrom = from + match[0].indexOf(inner, style === "code" ? (match.groups?.["ticks"]?.length ?? 0) : 0);
    add(from, "plain");
    add(innerFrom, style === "bullet" ? "plain" : "markup");
    if (style === "strong" || style === "link") {
      // A name in code may be part of strong words, or of a link's.
      for (const run of inlineRuns(text, { start: innerFrom, end: innerFrom + inner.length })) add(run.end, run.style === "plain" || (style === "link" && run.style !== "markup") ? style : run.style);
    } else add(innerFrom + inner.length, style as RunStyle);
    add(from + match[0].length, "markup");
  }
  add(end, "plain");
  return runs;
}

function cutAtMarks(run: StyledRun, marks: readonly TextRange[]): StyledRun[] {
  const runs: StyledRun[] = [];
  let at = run.start;
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start, at), Math.min(mark.end, run.end)];
    if (start >= end) continue;
    if (start > at) runs.push({ ...run, start: at, end: start });
    runs.push({ ...run, start, end, isMarked: true });
    at = end;
  }
  if (at < run.end) runs.push({ ...run, start: at, end: run.end });
  return runs;
}
