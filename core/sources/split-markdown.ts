import { markdownBlocks, type MarkdownBlock } from "./markdown-block.ts";

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
  /** Null when neither front matter nor a heading names it. */
  title: string | null;
  /** What the front matter says it is about; empty when it doesn't. */
  description: string;
  headings: Heading[];
  passages: Passage[];
}

/** The most that a passage holds: about a screen of reading. */
export const maxPassageLength = 1_400;

/** Cuts a document at its headings, and what is longer at its blocks, lines and at last anywhere. */
export function splitMarkdown(text: string): SplitDocument {
  const blocks = markdownBlocks(text);
  const frontMatter = blocks.find(({ kind }) => kind === "front-matter");
  const head = frontMatter === undefined ? "" : text.slice(frontMatter.start, frontMatter.end);
  const headings = blocks.filter(({ kind }) => kind === "heading").map((block) => headingOf(text, block));
  const body = blocks.filter(({ kind }) => kind !== "front-matter");
  // A document that is nothing but front matter would otherwise be found by no word of it.
  const passages = passagesOf(text, body.length === 0 ? blocks : body);
  const title = frontMatterField(head, "title") ?? headings.find((heading) => heading.text !== "")?.text ?? null;
  return { title, description: frontMatterField(head, "description") ?? "", headings, passages };
}

/** A heading without the marks that make it one, and without those of code and links. */
function headingOf(text: string, { start, end, level }: MarkdownBlock): Heading {
  const words = text
    .slice(start, end)
    .replace(/^\s*#{1,6}/, "")
    .replace(/[\r\n]+\s*(=+|-+)\s*$/, "")
    .replace(/\s#+\s*$/, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*]/g, "");
  return { level, text: words.trim(), start };
}

function frontMatterField(frontMatter: string, name: string): string | null {
  const value = new RegExp(`^${name}:[ \\t]*(.*)$`, "m").exec(frontMatter)?.[1]?.trim() ?? "";
  const bare = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return bare === "" || /^[|>][+-]?$/.test(bare) ? null : bare;
}

interface Section extends Passage {
  hasBody: boolean;
}

function passagesOf(text: string, blocks: readonly MarkdownBlock[]): Passage[] {
  const sections: Section[] = [];
  let above: Heading[] = [];
  for (const block of blocks) {
    const isHeading = block.kind === "heading";
    if (isHeading) {
      const heading = headingOf(text, block);
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
  return sections.flatMap((section) => piecesOf(text, section));
}

/** A heading with nothing below it but this block keeps it: it says where the block stands. */
function isSectionEnd({ hasBody, start }: Section, block: MarkdownBlock): boolean {
  return hasBody && (block.kind === "heading" || block.end - start > maxPassageLength);
}

/** A stretch that one passage can't hold, cut after a line where there is one; white space at both ends belongs to none. */
function piecesOf(text: string, { start, end, heading }: Passage): Passage[] {
  const pieces: Passage[] = [];
  let from = start;
  while (from < end) {
    const to = end - from <= maxPassageLength ? end : cutWithin(text, from);
    const piece = text.slice(from, to);
    const first = from + (piece.length - piece.trimStart().length);
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
