import type { TextRange } from "./mark-words.ts";
import { closeLines, rstLinesOf, type RstLine } from "./rst-line.ts";

const gridBorder = /^[ \t]*\+(?:-+\+)+[ \t]*$/;
const gridRule = /^[ \t]*\+(?:[-=]+\+)+[ \t]*$/;
const simpleRule = /^[ \t]*=+(?:[ \t]+=+)+[ \t]*$/;
const spanRule = /^[ \t]*-+(?:[ \t]+-+)*[ \t]*$/;
/** A table that is longer than this is read as text: looking farther for its end takes longer than anybody waits. */
const mostLines = 400;

/** How many lines a grid table or a simple table takes (docutils, "Tables"); 0 where none begins. */
export function tableLines(lines: readonly RstLine[], at: number): number {
  const first = lines[at]?.text ?? "";
  if (gridBorder.test(first)) {
    const count = closeLines(lines, at, ({ text }) => /^[ \t]*[+|]/.test(text));
    return count >= 3 && gridRule.test(lines[at + count - 1]?.text ?? "") ? count : 0;
  }
  if (!simpleRule.test(first)) return 0;
  for (let index = at + 2; index < Math.min(lines.length, at + mostLines); index += 1) {
    if (simpleRule.test(lines[index]?.text ?? "") && lines[index + 1]?.isBlank !== false) return index - at + 1;
  }
  return 0;
}

/** A row by offsets into the text, and the words of its cells without line breaks. */
export interface RstRow extends TextRange {
  cells: string[];
  isHead: boolean;
}

/** Reads the rows of a table, by offsets into it; a cell over several columns counts for the first of them. */
export function rstRows(table: string): RstRow[] {
  const [top, ...lines] = rstLinesOf(table);
  if (top === undefined) return [];
  const isGrid = gridBorder.test(top.text);
  const columns = [...top.text.matchAll(isGrid ? /-+/g : /=+/g)].map(({ index, 0: sign }) => ({ from: index, to: index + sign.length }));
  const rows: RstRow[] = [];
  let isOpen = false;
  for (const [index, { text, start, isBlank }] of lines.entries()) {
    const isRule = isGrid ? gridRule.test(text) : simpleRule.test(text);
    // What stands above the rule of another sign, or above the second of three, names the columns.
    if (isRule && (isGrid ? text.includes("=") : index < lines.length - 1)) for (const row of rows) row.isHead = true;
    if (isRule || isBlank || (!isGrid && spanRule.test(text))) {
      isOpen = false;
      continue;
    }
    const cells = columns.map(({ from, to }, at) => text.slice(from, isGrid ? to : (columns[at + 1]?.from ?? text.length)).trim());
    const end = start + text.trimEnd().length;
    const last = rows.at(-1);
    if (isOpen && last !== undefined && (isGrid || cells[0] === "")) {
      last.cells = last.cells.map((cell, at) => `${cell} ${cells[at] ?? ""}`.trim());
      last.end = end;
    } else rows.push({ start: start + text.length - text.trimStart().length, end, cells, isHead: false });
    isOpen = true;
  }
  return rows;
}
