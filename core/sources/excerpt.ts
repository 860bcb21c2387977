import type { TextRange } from "./mark-words.ts";
import { sourceBlocks } from "./source-block.ts";
import type { SourceFormat } from "./source-format.ts";

const maxLength = 420;
const lead = 80;

/** The part of a passage that a list shows: from a little before the first marked word below its headings. */
export function excerptOf(text: string, marks: readonly TextRange[], format: SourceFormat): TextRange {
  // The headings that a passage begins with stand in the list already.
  const blocks = sourceBlocks(text, format);
  const top = blocks.find(({ kind }) => kind !== "heading" && kind !== "markup")?.start ?? blocks.at(-1)?.start ?? 0;
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
