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

/** A row by offsets into the text. */
export interface RstRow extends TextRange {
  /** The words of its cells without line breaks. */
  cells: string[];
  /** Of each cell the words of its lines. */
  parts: TextRange[][];
  isHead: boolean;
  /** Whether a cell of it reaches over several columns or rows: then what stands in which can't be told. */
  isSpanning: boolean;
}

type Column = { from: number; to: number };

/** Reads the rows of a table, by offsets into it; a cell over several columns counts for the first of them. */
export function rstRows(table: string): RstRow[] {
  const [top, ...lines] = rstLinesOf(table);
  if (top === undefined) return [];
  const isGrid = gridBorder.test(top.text);
  const columns: Column[] = [...top.text.matchAll(isGrid ? /-+/g : /=+/g)].map(({ index, 0: sign }) => ({ from: index, to: index + sign.length }));
  const rows: RstRow[] = [];
  let isOpen = false;
  for (const [index, { text, start, isBlank }] of lines.entries()) {
    const isRule = isGrid ? gridRule.test(text) : simpleRule.test(text);
    const isSpanRule = !isGrid && !isRule && spanRule.test(text);
    const last = rows.at(-1);
    // What stands above the rule of another sign, or above the second of three, names the columns.
    if (isRule && (isGrid ? text.includes("=") : index < lines.length - 1)) for (const row of rows) row.isHead = true;
    if (isSpanRule && last !== undefined) last.isSpanning = true;
    if (isRule || isBlank || isSpanRule) {
      isOpen = false;
      continue;
    }
    const parts = columns.map(({ from, to }, at) => wordsBetween(text, from, isGrid ? to : (columns[at + 1]?.from ?? text.length)).map((range) => ({ start: start + range.start, end: start + range.end })));
    const row = { start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length, parts, isSpanning: crosses(text, columns, isGrid) };
    if (isOpen && last !== undefined && (isGrid || parts[0]?.length === 0)) {
      last.parts = last.parts.map((cell, at) => [...cell, ...(parts[at] ?? [])]);
      last.end = row.end;
      last.isSpanning ||= row.isSpanning;
    } else rows.push({ ...row, cells: [], isHead: false });
    isOpen = true;
  }
  for (const row of rows) row.cells = row.parts.map((cell) => cell.map(({ start, end }) => table.slice(start, end)).join(" "));
  return rows;
}

function wordsBetween(line: string, from: number, to: number): TextRange[] {
  const cell = line.slice(from, to);
  const words = cell.trim();
  const start = from + cell.length - cell.trimStart().length;
  return words === "" ? [] : [{ start, end: start + words.length }];
}

/** Whether something other than what divides columns stands between them. */
function crosses(line: string, columns: readonly Column[], isGrid: boolean): boolean {
  if (isGrid) return /\+-{2,}/.test(line) || columns.some(({ from, to }) => line[from - 1] !== "|" || line[to] !== "|");
  return columns.some(({ from }, at) => line.slice(columns[at - 1]?.to ?? 0, from).trim() !== "");
}
