import { cellsOf } from "../sources/table-cell.ts";

const fence = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?<inside>[\s\S]*?)\n?[ \t]*\1[ \t]*$/;
const row = /^[ \t]*\|.+\|[ \t]*$/;

/** A quote as it is shown among others: code with its lines and without its fence, a row of a table by its cells, all else as it is. */
export function quoteWords(exact: string): { text: string; isCode: boolean } {
  const inside = fence.exec(exact)?.groups?.["inside"];
  if (inside !== undefined) return { text: inside, isCode: true };
  if (!row.test(exact)) return { text: exact, isCode: false };
  const cells = cellsOf(exact, 0).map(({ start, end }) => exact.slice(start, end));
  return { text: cells.filter((cell) => cell !== "").join(" · "), isCode: false };
}
