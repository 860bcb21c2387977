import type { TextRange } from "./mark-words.ts";

const sign = /^[ \t]*>[ \t]?/;

/**
 * Reads a block quote (CommonMark 5.1) one level deep.
 * @returns its lines without the signs, by offsets into the text; null when a line of the part has none.
 */
export function quotedLines(text: string, { start, end }: TextRange): TextRange[] | null {
  const lines = [...text.slice(start, end).matchAll(/[^\r\n]+/g)];
  const quoted = lines.flatMap(({ 0: line, index }) => {
    const signLength = sign.exec(line)?.[0].length;
    return signLength === undefined ? [] : [{ start: start + index + signLength, end: start + index + line.length }];
  });
  return lines.length > 0 && quoted.length === lines.length ? quoted : null;
}
