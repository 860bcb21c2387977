import { titleWords } from "./rst-heading.ts";
import { rstWords } from "./rst-run.ts";
import { sourceBlocks, type SourceBlock } from "./source-block.ts";
import { formatOf, type SourceFormat } from "./source-format.ts";

/** A heading of a document, where it begins. */
export interface Heading {
  level: number;
  text: string;
  start: number;
}

/** A piece of a document small enough to be read at once: `text.slice(start, end)`. */
interface Passage {
  /** The headings above it, outermost first, as `Caching › Tags`; empty above the first. */
  heading: string;
  start: number;
  end: number;
}

/** What search needs to know of a document. */
export interface SplitDocument {
  /** Null when neither its front matter nor a heading names it. */
  title: string | null;
  /** What the front matter says it is about; empty when it doesn't. */
  description: string;
  headings: Heading[];
  passages: Passage[];
}

/** The most that a passage holds: about a screen of reading. */
export const maxPassageLength = 1_400;

/** Cuts a document at its headings, and what is longer at its blocks, lines and at last anywhere. */
export function splitDocument(path: string, text: string): SplitDocument {
  const format = formatOf(path, text);
  const blocks = sourceBlocks(text, format);
  const frontMatter = blocks.find(({ kind }) => kind === "front-matter");
  const head = frontMatter === undefined ? "" : text.slice(frontMatter.start, frontMatter.end);
  const headings = blocks.filter(({ kind }) => kind === "heading").map((block) => headingOf(text, block, format));
  const body = blocks.filter(({ kind }) => kind !== "front-matter");
  // A document that is nothing but front matter would otherwise be found by no word of it.
  const passages = passagesOf(text, keptTogether(body.length === 0 ? blocks : body, format), format);
  const title = frontMatterField(head, "title", format) ?? headings.find((heading) => heading.text !== "")?.text ?? null;
  // Fields of reStructuredText have no name that all agree on for what a document is about.
  const description = format === "rst" ? rstWords(head) : frontMatterField(head, "description", format);
  return { title, description: description ?? "", headings, passages };
}

/** A heading without the marks that make it one, and without those of code and links. */
function headingOf(text: string, { start, end, level }: SourceBlock, format: SourceFormat): Heading {
  if (format === "rst") {
    const inner = titleWords(text, { start, end });
    return { level, text: rstWords(text.slice(inner.start, inner.end)), start };
  }
  const words = text
    .slice(start, end)
    .replace(/^\s*#{1,6}/, "")
    .replace(/[\r\n]+\s*(=+|-+)\s*$/, "")
    .replace(/\s#+\s*$/, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*]/g, "");
  return { level, text: words.trim(), start };
}

function frontMatterField(frontMatter: string, name: string, format: SourceFormat): string | null {
  if (format === "rst") {
    const value = new RegExp(`^:?${name}:[ \\t]*(.*(?:[\\r\\n]+[ \\t]+\\S.*)*)`, "im").exec(frontMatter)?.[1] ?? "";
    return value === "" ? null : rstWords(value);
  }
  const value = new RegExp(`^${name}:[ \\t]*(.*)$`, "m").exec(frontMatter)?.[1]?.trim() ?? "";
  const bare = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return bare === "" || /^[|>][+-]?$/.test(bare) ? null : bare;
}

interface Section extends Passage {
  hasBody: boolean;
}

/** In reStructuredText only the paragraph before says that a block is code: as far as they fit, a passage holds both. */
function keptTogether(blocks: readonly SourceBlock[], format: SourceFormat): SourceBlock[] {
  if (format === "markdown") return [...blocks];
  const together: SourceBlock[] = [];
  for (const block of blocks) {
    const last = together.at(-1);
    if (last !== undefined && last.kind !== "heading" && block.kind === "code" && block.end - last.start <= maxPassageLength) together[together.length - 1] = { ...last, end: block.end };
    else together.push(block);
  }
  return together;
}

function passagesOf(text: string, blocks: readonly SourceBlock[], format: SourceFormat): Passage[] {
  const sections: Section[] = [];
  let above: Heading[] = [];
  for (const block of blocks) {
    const isHeading = block.kind === "heading";
    if (isHeading) {
      const heading = headingOf(text, block, format);
      above = [...above.filter(({ level }) => level < heading.level), heading];
    }
    const last = sections.at(-1);
    const heading = above.map((one) => one.text).join(" › ");
    if (last === undefined || isSectionEnd(last, block)) {
      sections.push({ heading, start: block.start, end: block.end, hasBody: !isHeading });
    } else {
      Object.assign(last, { heading, end: block.end, hasBody: last.hasBody || !isHeading });
    }
  }
  return sections.flatMap((section) => piecesOf(text, section, format));
}

/** A heading with nothing below it but this block keeps it: it says where the block stands. */
function isSectionEnd({ hasBody, start }: Section, block: SourceBlock): boolean {
  return hasBody && (block.kind === "heading" || block.end - start > maxPassageLength);
}

/** A stretch that one passage can't hold, cut after a line where there is one; white space at both ends belongs to none. */
function piecesOf(text: string, { start, end, heading }: Passage, format: SourceFormat): Passage[] {
  const pieces: Passage[] = [];
  let from = start;
  while (from < end) {
    const to = end - from <= maxPassageLength ? end : cutWithin(text, from);
    const piece = text.slice(from, to);
    // In reStructuredText the space before a line says what it belongs to.
    const first = from + (format === "rst" ? (/^(?:[ \t]*[\r\n])+/.exec(piece)?.[0].length ?? 0) : piece.length - piece.trimStart().length);
    const last = from + piece.trimEnd().length;
    if (last > first) pieces.push({ heading, start: first, end: last });
    from = to;
  }
  return pieces;
}

function cutWithin(text: string, from: number): number {
  const limit = from + maxPassageLength;
  const half = from + maxPassageLength / 2;
  const line = text.lastIndexOf("\n", limit - 1) + 1;
  if (line > half) return line;
  const space = text.lastIndexOf(" ", limit - 1) + 1;
  if (space > half) return space;
  // Between the two halves of one character there is no place to cut.
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}
