import type { TextRange } from "./mark-words.ts";

/** The line between a table's head and its body. */
const ruler = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;
const cellBorder = /(?<!\\)\|/g;

/**
 * Reads a pipe table.
 * @returns its rows of cells by offsets into the text, the head first; null when the part is no table.
 */
export function tableRows(text: string, { start, end }: TextRange): TextRange[][] | null {
  const lines = [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map((line) => ({ text: line[0], start: start + line.index }));
  if (!ruler.test(lines[1]?.text ?? "")) return null;
  return lines.filter((_, index) => index !== 1).map((line) => cellsOf(line.text, line.start));
}

function cellsOf(line: string, start: number): TextRange[] {
  const borders = [...line.matchAll(cellBorder)].map(({ index }) => index);
  const edges = [...(line.trimStart().startsWith("|") ? [] : [-1]), ...borders, ...(line.trimEnd().endsWith("|") ? [] : [line.length])];
  return edges.slice(1).map((to, index) => {
    const cell = line.slice((edges[index] ?? -1) + 1, to);
    const from = start + (edges[index] ?? -1) + 1 + (cell.length - cell.trimStart().length);
    return { start: from, end: from + cell.trim().length };
  });
}
