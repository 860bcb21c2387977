import type { TextRange } from "./mark-words.ts";

const maxLength = 420;
const lead = 80;

/** The headings that a passage begins with; a list shows them already. */
const leadingHeadings = /^(?:#{1,6}[^\r\n]*[\r\n]\s*)+(?=\S)/;

/** The part of a passage that a list shows: from a little before the first marked word below its headings. */
export function excerptOf(text: string, marks: readonly TextRange[]): TextRange {
  const top = leadingHeadings.exec(text)?.[0].length ?? 0;
  const first = marks.find(({ start }) => start >= top)?.start ?? top;
  const from = Math.max(top, Math.min(first - lead, text.length - maxLength));
  const start = from === top ? top : afterSpace(text, from);
  const limit = start + maxLength;
  if (limit >= text.length) return { start, end: text.length };
  const space = text.lastIndexOf(" ", limit);
  return { start, end: space > start + maxLength / 2 ? space : limit };
}

function afterSpace(text: string, from: number): number {
  const space = text.slice(from, from + lead).search(/\s\S/);
  return space === -1 ? from : from + space + 1;
}
