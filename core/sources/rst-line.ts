import { linesOf, type SourceLine } from "./source-line.ts";

/** A line of reStructuredText, in which the indentation says what belongs to what. */
export interface RstLine extends SourceLine {
  /** Columns before its first character; a tab reaches to the next multiple of eight. */
  indent: number;
  isBlank: boolean;
}

const tabWidth = 8;

export function rstLinesOf(text: string): RstLine[] {
  return linesOf(text).map((line) => ({ ...line, indent: indentOf(line.text), isBlank: line.text.trim() === "" }));
}

function indentOf(line: string): number {
  let column = 0;
  for (const sign of line) {
    if (sign === "\t") column += tabWidth - (column % tabWidth);
    else if (sign === " ") column += 1;
    else break;
  }
  return column;
}

/** How many lines from `at` on, blank ones between them included, are indented deeper than a column. */
export function deeperLines(lines: readonly RstLine[], at: number, column: number): number {
  let count = 0;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (!line.isBlank && line.indent <= column)) break;
    if (!line.isBlank) count = index - at + 1;
  }
  return count;
}

/** How many lines from `at` on stand together without a blank one, as long as each is wanted. */
export function closeLines(lines: readonly RstLine[], at: number, isWanted: (line: RstLine, index: number) => boolean = () => true): number {
  let index = at;
  for (let line = lines[index]; line !== undefined && !line.isBlank && isWanted(line, index); line = lines[index]) index += 1;
  return index - at;
}

const bullet = /^[ \t]*[-*+•‣⁃][ \t]+(?=\S)/;
const enumerator = /^[ \t]*(?:\(?(?:\d{1,3}|[A-Za-z]|#|[ivxlcIVXLC]{1,6})\)|(?:\d{1,3}|[A-Za-z]|#)\.)[ \t]+(?=\S)/;

/** How many characters stand before the words of a list's item; 0 where the line begins none. */
export function itemSignLength(line: string): number {
  return (bullet.exec(line) ?? enumerator.exec(line))?.[0].length ?? 0;
}
