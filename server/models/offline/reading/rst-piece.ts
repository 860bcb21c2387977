import { rstParts } from "../../../../core/sources/rst-part.ts";
import { rstRows } from "../../../../core/sources/rst-table.ts";
import { rowWords, type Piece } from "./unit-piece.ts";

/** Paragraphs, items, terms with what they mean, and fields of a block of reStructuredText. */
export function rstPieces(content: string): Piece[] {
  return rstParts(content).map(({ words: start, end, named, isItem }) => {
    const words = named === null ? null : `${named.name}: ${content.slice(named.from, end)}`;
    return { kind: isItem ? "item" : "sentence", start, end, head: null, words };
  });
}

/** Rows of a table below the one that names its columns. */
export function rstTablePieces(content: string): Piece[] {
  const rows = rstRows(content);
  const head = rows.find(({ isHead }) => isHead) ?? null;
  return rows.filter(({ isHead }) => !isHead).map(({ start, end, cells }) => ({ kind: "row", start, end, head, words: rowWords(cells, head?.cells ?? []) }));
}
