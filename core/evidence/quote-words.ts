const fence = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?<inside>[\s\S]*?)\n?[ \t]*\1[ \t]*$/;
const row = /^[ \t]*\|(?<cells>.+)\|[ \t]*$/;

/** A quote as it is shown among others: code with its lines and without its fence, a row of a table by its cells, all else as it is. */
export function quoteWords(exact: string): { text: string; isCode: boolean } {
  const inside = fence.exec(exact)?.groups?.["inside"];
  if (inside !== undefined) return { text: inside, isCode: true };
  const cells = row.exec(exact)?.groups?.["cells"];
  if (cells === undefined) return { text: exact, isCode: false };
  const words = cells.split(/(?<!\\)\|/).flatMap((cell) => cell.trim() || []);
  return { text: words.join(" · "), isCode: false };
}
