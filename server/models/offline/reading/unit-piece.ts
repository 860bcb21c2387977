import type { TextRange } from "../../../../core/sources/mark-words.ts";
import { toldTogether } from "./told-together.ts";

/** A part of a block that is about one thing, by offsets into the block. */
export interface Piece extends TextRange {
  kind: "sentence" | "item" | "row";
  /** Of a row: the one that names its columns. */
  head: TextRange | null;
  /** What it says, where that isn't simply what stands there; still with the signs of its format. */
  words: string | null;
}

/** A row in words: its first cell, then each other with the name of its column where a table has more than two. */
export function rowWords([first = "", ...rest]: readonly string[], [, ...names]: readonly string[]): string {
  const told = rest.flatMap((cell, index) => {
    if (cell === "" || cell === "-") return [];
    const name = names[index] ?? "";
    return [rest.length < 2 || name === "" ? cell : `${name}: ${cell}`];
  });
  return told.length === 0 ? first : `${first}: ${toldTogether(told)}`;
}
