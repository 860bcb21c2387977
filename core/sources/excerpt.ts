import type { TextRange } from "./mark-words.ts";

const maxLength = 420;
const lead = 80;

/** The part of a passage that a list shows: from a little before the first marked word. */
export function excerptOf(text: string, marks: readonly TextRange[]): TextRange {
  const first = marks[0]?.start ?? 0;
  const from = Math.max(0, Math.min(first - lead, text.length - maxLength));
  const start = from === 0 ? 0 : afterSpace(text, from);
  const limit = start + maxLength;
  if (limit >= text.length) return { start, end: text.length };
  const space = text.lastIndexOf(" ", limit);
  return { start, end: space > start + maxLength / 2 ? space : limit };
}

function afterSpace(text: string, from: number): number {
  const space = text.slice(from, from + lead).search(/\s\S/);
  return space === -1 ? from : from + space + 1;
}
