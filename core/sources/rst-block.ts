import { directiveWords } from "./rst-directive.ts";
import { isTransition, levelReader, titleAt, titleWords } from "./rst-heading.ts";
import { closeLines, deeperLines, itemSignLength, rstLinesOf, type RstLine } from "./rst-line.ts";
import { tableLines } from "./rst-table.ts";
import type { BlockKind, SourceBlock } from "./source-block.ts";

const explicit = /^[ \t]*\.\.(?:[ \t]|$)/;
const directive = /^[ \t]*\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?<name>[A-Za-z][\w:+.-]*?)::(?:[ \t]+|$)/;
const note = /^[ \t]*\.\.[ \t]+\[[^\]\s]+\](?:[ \t]+|$)/;
/** Where a link of a name leads, or one without. */
const target = /^[ \t]*(?:\.\.[ \t]+_(?:[^_\s]|_:)|__[ \t]+\S)/;
const option = /^[ \t]*:[^:\s][^:]*:(?:[ \t]|$)/;
const doctest = /^[ \t]*>>>(?: |$)/;
const field = /^:?[A-Za-z][\w -]{0,40}:(?:[ \t]|$)/;
const fewestFields = 2;
const announcing = /::[ \t]*$/;
/** Columns that the text of a directive or footnote is usually indented by. */
const bodyIndent = 3;
/** Words, and a sign that ends a sentence: what code doesn't look like. */
const proseLike = /^\s*(?:[-*+]\s+|\S{1,4}[.)]\s+)?[\p{Lu}`*:"“(](?:[\s\S]*[\p{L}\p{N}`*)"”_])?[.!?:]{1,2}\s*$/u;

/**
 * Cuts a reStructuredText document into its blocks (docutils, "reStructuredText Markup Specification").
 * Reads only what decides where things begin, so that every block is an exact stretch of the text; what it can't make out
 * is text.
 * @param above headings above the beginning of a part of a document: they tell the levels of those in it.
 */
export function rstBlocks(text: string, above: readonly string[]): SourceBlock[] {
  const lines = rstLinesOf(text);
  const levelOf = levelReader(above);
  const blocks: SourceBlock[] = [];
  let at = 0;
  const add = (kind: BlockKind, count: number, level = 0) => {
    const [first, last] = [lines[at], lines[at + count - 1]];
    if (first === undefined || last === undefined || count === 0) return;
    blocks.push({ kind, start: first.start, end: last.end, level });
    at += count;
  };
  const addCode = (column: number) => {
    const count = deeperLines(lines, at, column);
    while (lines[at]?.isBlank === true && count > 0) at += 1;
    add("code", deeperLines(lines, at, column));
  };
  /** What stands behind a sign at a line's beginning is read like a line of its own. */
  const addSign = (line: RstLine, sign: string) => {
    const start = line.start + sign.length;
    blocks.push({ kind: "markup", start: line.start, end: line.start + sign.trimEnd().length, level: 0 });
    lines[at] = { text: line.text.slice(sign.length), start, end: line.end, indent: line.indent + bodyIndent, isBlank: line.text.length === sign.length };
  };
  const addExplicit = (line: RstLine) => {
    const label = note.exec(line.text)?.[0];
    const found = directive.exec(line.text);
    const below = closeLines(lines, at + 1, ({ indent }) => indent > line.indent);
    if (label !== undefined) {
      // A reference says where something is to be found; only a note says something.
      if (lines.slice(at, at + 1 + below).some((one) => one.text.includes("://"))) add("markup", 1 + below);
      else addSign(line, label);
    } else if (found === null) add("markup", target.test(line.text) || below === 0 ? 1 + below : 1 + deeperLines(lines, at + 1, line.indent));
    else {
      const words = directiveWords(found.groups?.["name"] ?? "");
      const options = closeLines(lines, at + 1, (one) => one.indent > line.indent && option.test(one.text));
      if (words === "behind-name" && found[0].length < line.text.length) addSign(line, found[0]);
      else add("markup", 1 + (words === "behind-blank" ? below : options));
      if (words === "none") addCode(line.indent);
    }
  };
  const addParagraph = (line: RstLine) => {
    const count = closeLines(lines, at, (one, index) => index === at || (!explicit.test(one.text) && !isAnnounced(lines, index)));
    const last = lines[at + count - 1] ?? line;
    const isOnlySign = count === 1 && line.text.trim() === "::";
    add(isOnlySign ? "markup" : "text", count);
    if (!announcing.test(last.text)) return;
    const column = isOnlySign ? last.indent : last.indent + itemSignLength(last.text.trimStart());
    if (deeperLines(lines, at, column) > 0) addCode(column);
  };
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const fields = line.isBlank ? 0 : headFields(lines, at, blocks);
    const title = line.isBlank ? null : titleAt(lines, at);
    const table = tableLines(lines, at);
    if (line.isBlank) at += 1;
    else if (fields > 0) add("front-matter", fields);
    else if (title !== null) {
      const words = titleWords(text, { start: line.start, end: lines[at + title.count - 1]?.end ?? line.end });
      add("heading", title.count, levelOf(text.slice(words.start, words.end), title.style));
    } else if (explicit.test(line.text)) addExplicit(line);
    else if (isTransition(line) || target.test(line.text)) add("markup", 1);
    else if (doctest.test(line.text)) add("code", closeLines(lines, at));
    else if (table > 0) add("table", table);
    else if (line.indent > 0 && blocks.every(({ kind }) => kind === "code") && !isProse(lines, at)) add("code", closeLines(lines, at));
    else addParagraph(line);
  }
  return blocks;
}

/** Whether the line before announces a literal block that begins here without a blank line between. */
function isAnnounced(lines: readonly RstLine[], index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  return before !== undefined && line !== undefined && announcing.test(before.text) && line.indent > before.indent;
}

/** A part of a document may begin in the middle of code, whose beginning stands elsewhere. */
function isProse(lines: readonly RstLine[], at: number): boolean {
  const paragraph = lines.slice(at, at + closeLines(lines, at)).map(({ text }) => text).join("\n");
  return proseLike.test(paragraph);
}

/** How many lines are a document's fields: at its beginning, or as a field list below its title. */
function headFields(lines: readonly RstLine[], at: number, before: readonly SourceBlock[]): number {
  if (before.some(({ kind }) => kind !== "heading")) return 0;
  if (before.length > 0 && !option.test(lines[at]?.text ?? "")) return 0;
  const count = closeLines(lines, at, (line, index) => field.test(line.text) || (index > at && line.indent > 0));
  const isWhole = lines[at + count]?.isBlank !== false;
  return isWhole && lines.slice(at, at + count).filter(({ text }) => field.test(text)).length >= fewestFields ? count : 0;
}
