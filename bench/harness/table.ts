/** One row of a printed table, by column name. */
export type TableRow = Record<string, string | number>;

/**
 * Sets rows as a table in plain text, numbers to the right.
 * @param rows Rows that share their columns; the columns of the first row count.
 * @returns Lines joined by newlines, without one at the end.
 */
export function formatTable(rows: TableRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => textOf(row[column]).length)));
  const line = (cells: (string | number | undefined)[]) =>
    cells
      .map((cell, index) => (typeof cell === "number" ? textOf(cell).padStart(widths[index] ?? 0) : textOf(cell).padEnd(widths[index] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(columns), line(widths.map((width) => "─".repeat(width))), ...rows.map((row) => line(columns.map((column) => row[column])))].join("\n");
}

function textOf(cell: string | number | undefined): string {
  if (typeof cell !== "number") return cell ?? "";
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(2);
}
