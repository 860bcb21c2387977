/** A line of a document without its break, by offsets into the text: UTF-16 code units, the end not included. */
export interface SourceLine {
  text: string;
  start: number;
  end: number;
}

const byteOrderMark = "\u{feff}";

/** The lines of a document, whose breaks may be of any system. */
export function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, index), start, end: index });
    start = index + lineBreak.length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}
