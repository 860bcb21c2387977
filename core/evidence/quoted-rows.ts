import type { TextRange } from "../sources/mark-words.ts";
import { rstRows, type RstRow } from "../sources/rst-table.ts";
import { sourceBlocks } from "../sources/source-block.ts";
import { formatOf } from "../sources/source-format.ts";

/**
 * Tells the rows of a document's tables of reStructuredText of which something is quoted: between the columns of such a row
 * stands nothing but space, and without it its words run together.
 * @returns the words of each row's cells; null for a quote of anything else, and of one cell alone
 */
export function quotedRows({ path, text }: { path: string; text: string }): (quoted: TextRange) => string[][] | null {
  const tables = formatOf(path, text) === "rst" ? sourceBlocks(text, "rst").filter(({ kind }) => kind === "table") : [];
  return ({ start, end }) => {
    const table = tables.find((block) => block.start <= start && end <= block.end);
    if (table === undefined) return null;
    const quoted = { start: start - table.start, end: end - table.start };
    const words = text.slice(table.start, table.end);
    const rows = rstRows(words).filter((row) => meets(row, quoted));
    if (rows.some(({ isSpanning }) => isSpanning)) return null;
    const told = rows.map((row) => cellsWithin(words, row, quoted)).filter((cells) => cells.length > 0);
    return told.some((cells) => cells.length > 1) ? told : null;
  };
}

/** An empty cell is quoted with the row; of one that is quoted in part nobody can tell. */
function cellsWithin(table: string, { parts }: RstRow, quoted: TextRange): string[] {
  const cells = parts.map((lines) => ({
    isEmpty: lines.length === 0,
    words: lines.filter((line) => meets(line, quoted)).map(({ start, end }) => table.slice(Math.max(start, quoted.start), Math.min(end, quoted.end))).join(" "),
  }));
  const isWhole = cells.every(({ isEmpty, words }) => isEmpty || words !== "");
  return cells.filter(({ words }) => isWhole || words !== "").map(({ words }) => words);
}

function meets(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
