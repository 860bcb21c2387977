import type { TextRange } from "./mark-words.ts";

/** The line between a table's head and its body. */
const ruler = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;
const cellBorder = /(?<!\\)\|/g;
/** A table may be all that an item of a list holds. */
const itemSign = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?=\|)/;

/** Rows of cells by offsets into the text, the head first. */
type TableRows = TextRange[][];

/**
 * Cuts a part of a document at its pipe tables (GitHub Flavored Markdown, which lets them follow a paragraph).
 * @returns the tables and the stretches between them, in order; one stretch when there is no table.
 */
export function splitAtTables(text: string, { start, end }: TextRange): (TextRange | TableRows)[] {
  const lines = [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map((line) => ({ text: line[0], start: start + line.index }));
  const parts: (TextRange | TableRows)[] = [];
  let from = start;
  for (let at = 1; at < lines.length; at += 1) {
    const head = lines[at - 1];
    if (head === undefined || !head.text.includes("|") || !ruler.test(lines[at]?.text ?? "")) continue;
    const sign = itemSign.exec(head.text)?.[0].length ?? 0;
    const rows = [cellsOf(head.text.slice(sign), head.start + sign)];
    for (at += 1; lines[at]?.text.includes("|"); at += 1) rows.push(cellsOf(lines[at]?.text ?? "", lines[at]?.start ?? end));
    if (from < head.start) parts.push({ start: from, end: head.start });
    parts.push(rows);
    from = lines[at]?.start ?? end;
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

/** The cells of one row without the space around them, by offsets into the text in which the row starts at `start`. */
export function cellsOf(line: string, start: number): TextRange[] {
  const borders = [...line.matchAll(cellBorder)].map(({ index }) => index);
  const edges = [...(line.trimStart().startsWith("|") ? [] : [-1]), ...borders, ...(line.trimEnd().endsWith("|") ? [] : [line.length])];
  return edges.slice(1).map((to, index) => {
    const cell = line.slice((edges[index] ?? -1) + 1, to);
    const from = start + (edges[index] ?? -1) + 1 + (cell.length - cell.trimStart().length);
    return { start: from, end: from + cell.trim().length };
  });
}
