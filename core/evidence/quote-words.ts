import { cellsOf } from "../sources/table-cell.ts";

const fence = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?<inside>[\s\S]*?)\n?[ \t]*\1[ \t]*$/;
const row = /^[ \t]*\|.+\|[ \t]*$/;

const indented = /^(?:[ \t]{2,}\S|[ \t]*$)/;

interface Quoted {
  exact: string;
  /** The cells of the rows that it is quoted from, where somebody looked. */
  rows?: readonly (readonly string[])[] | null;
}

/** A quote as it is shown among others: code with its lines and without its fence, a row of a table by its cells, all else as it is. */
export function quoteWords({ exact, rows = null }: Quoted): { text: string; isCode: boolean } {
  if (rows !== null) return { text: rows.map((cells) => cells.map((cell) => cell || "(empty)").join(" · ")).join("\n"), isCode: rows.length > 1 };
  const inside = fence.exec(exact)?.groups?.["inside"];
  if (inside !== undefined) return { text: inside, isCode: true };
  if (!row.test(exact)) return literalBlock(exact) ?? { text: exact, isCode: false };
  const cells = cellsOf(exact, 0).map(({ start, end }) => exact.slice(start, end));
  return { text: cells.filter((cell) => cell !== "").join(" · "), isCode: false };
}

/** Code of reStructuredText, without its indentation; prose is quoted from its first word on. */
function literalBlock(exact: string): { text: string; isCode: true } | null {
  const lines = exact.split(/\r\n|\r|\n/);
  if (exact.trim() === "" || !lines.every((line) => indented.test(line))) return null;
  const least = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length));
  return { text: lines.map((line) => line.slice(least)).join("\n"), isCode: true };
}
