import type { TextRange } from "../../../../core/sources/mark-words.ts";
import { rowWords, type Piece } from "./unit-piece.ts";

/** A line that holds nothing but a tag. */
export const tagLine = /^[ \t]*<\/?[A-Za-z][^\n]*>[ \t]*$/;
const item = /^[ \t]*(?:>[ \t]*)?(?:[-*+]|\d+[.)])[ \t]+/;
const row = /^[ \t]*\|/;
const ruleRow = /^[ \t]*\|[\s|:-]+\|?[ \t]*$/;

/** Paragraphs, items and rows of a block, without the lines that only hold tags. */
export function markdownPieces(content: string): Piece[] {
  const pieces: Piece[] = [];
  let isOpen = false;
  let head: TextRange | null = null;
  for (const found of content.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = found[0].trimEnd();
    const [start, end] = [found.index, found.index + line.length];
    if (line === "" || tagLine.test(line) || /^[ \t]*>[ \t]*$/.test(line)) isOpen = false;
    else if (row.test(line)) {
      // The first row of a table and the line below it name its columns.
      if (head !== null && !ruleRow.test(line)) pieces.push({ kind: "row", start, end, head, words: rowWords(cellsOf(line), cellsOf(content.slice(head.start, head.end))) });
      head ??= { start, end };
      isOpen = false;
    } else if (item.test(line)) {
      pieces.push({ kind: "item", start: start + (item.exec(line)?.[0].length ?? 0), end, head: null, words: null });
      isOpen = true;
    } else if (isOpen) {
      const last = pieces.at(-1);
      if (last !== undefined) last.end = end;
    } else {
      const quoted = /^[ \t]*>[ \t]*/.exec(line)?.[0].length ?? 0;
      pieces.push({ kind: "sentence", start: start + quoted, end, head: null, words: null });
      isOpen = true;
    }
  }
  return pieces;
}

function cellsOf(line: string): string[] {
  return line.trim().replace(/^\|/, "").replace(/\|$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim());
}
