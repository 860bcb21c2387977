import type { BlockKind, SourceBlock } from "./source-block.ts";
import { linesOf, type SourceLine } from "./source-line.ts";

const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const fenceOpening = /^ *(`{3,}|~{3,})/;
const underline = /^ {0,3}(=+|-{2,})[ \t]*$/;
/** What can't be the text above a heading's underline: lists, quotes, tables, tags. */
const noHeadingText = /^\s*([-*+>|<]|\d+[.)]\s)/;

/**
 * Cuts a Markdown document into its blocks.
 * Reads only what decides where things begin (CommonMark: front matter, headings, fences, blank lines), so that every
 * block is an exact stretch of the text.
 */
export function markdownBlocks(text: string): SourceBlock[] {
  const lines = linesOf(text);
  const blocks: SourceBlock[] = [];
  let at = frontMatterLines(lines);
  if (at > 0) blocks.push(blockOf("front-matter", lines.slice(0, at)));
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.text.trim() === "") {
      at += 1;
      continue;
    }
    const { kind, level, count } = nextBlock(lines, at, line);
    blocks.push({ ...blockOf(kind, lines.slice(at, at + count)), level });
    at += count;
  }
  return blocks;
}

function nextBlock(lines: readonly SourceLine[], at: number, line: SourceLine): { kind: BlockKind; level: number; count: number } {
  const atx = atxHeading.exec(line.text);
  if (atx !== null) return { kind: "heading", level: atx[1]?.length ?? 1, count: 1 };
  const fence = fenceOpening.exec(line.text)?.[1];
  if (fence !== undefined) return { kind: "code", level: 0, count: fencedLines(lines, at, fence) };
  let count = 1;
  for (let next = lines[at + count]; next !== undefined && !startsBlock(next); next = lines[at + count]) {
    const rule = count === 1 && !noHeadingText.test(line.text) ? underline.exec(next.text)?.[1] : undefined;
    if (rule !== undefined) return { kind: "heading", level: rule.startsWith("=") ? 1 : 2, count: 2 };
    count += 1;
  }
  return { kind: "text", level: 0, count };
}

function startsBlock({ text }: SourceLine): boolean {
  return text.trim() === "" || atxHeading.test(text) || fenceOpening.test(text);
}

/** A fence that is never closed reaches to the end of the document. */
function fencedLines(lines: readonly SourceLine[], at: number, fence: string): number {
  const closing = lines.findIndex(({ text }, index) => index > at && isClosing(text.trim(), fence));
  return (closing === -1 ? lines.length : closing + 1) - at;
}

function isClosing(line: string, fence: string): boolean {
  return line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
}

/** How many lines at the beginning are front matter: what stands between two lines of three dashes. */
function frontMatterLines(lines: readonly SourceLine[]): number {
  if (lines[0]?.text.trimEnd() !== "---") return 0;
  const closing = lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === "---");
  return closing + 1;
}

function blockOf(kind: BlockKind, lines: readonly SourceLine[]): SourceBlock {
  const [first, last] = [lines[0], lines.at(-1)];
  return { kind, start: first?.start ?? 0, end: last?.end ?? 0, level: 0 };
}
