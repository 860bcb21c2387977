import { markdownBlocks } from "./markdown-block.ts";
import { rstBlocks } from "./rst-block.ts";
import type { SourceFormat } from "./source-format.ts";

/**
 * What a stretch of a document is; `text` is a paragraph, list, quote or table of Markdown, `table` a table that
 * isn't made of Markdown's rows, `markup` what only says how the rest is set: no words of the document.
 */
export type BlockKind = "front-matter" | "heading" | "code" | "text" | "table" | "markup";

/** A stretch of a document, by offsets into its text: UTF-16 code units, the end not included. */
export interface SourceBlock {
  kind: BlockKind;
  start: number;
  end: number;
  /** From 1 on of a heading, 0 of everything else. */
  level: number;
}

/**
 * Cuts a document into its blocks, in order and without overlap; white space between them belongs to none.
 * @param above headings above the beginning, outermost first, where the text is a part of a document.
 */
export function sourceBlocks(text: string, format: SourceFormat, above: readonly string[] = []): SourceBlock[] {
  return format === "rst" ? rstBlocks(text, above) : markdownBlocks(text);
}
