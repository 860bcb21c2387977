import { markdownBlocks } from "../../../../core/sources/markdown-block.ts";
import { toldTogether } from "./told-together.ts";

/** A stretch of a source that can be quoted and says something by itself; offsets in UTF-16 code units of its text. */
export interface QuotableUnit {
  /** A step is a heading that numbers what has to be done. */
  kind: "sentence" | "item" | "row" | "property" | "step";
  start: number;
  end: number;
  exact: string;
  /** Its words without the marks of Markdown. */
  text: string;
  /** Headings above it, outermost first. */
  headings: string[];
  /** What stands before it in the same block; empty for the first. */
  before: string;
  /** The white space between it and the sentence before it in the same paragraph, exactly; null where none is before it. */
  space: string | null;
  /** Of what goes on with "it" or "this": the same together with the sentences that it goes on from; null for all else. */
  told: { start: number; exact: string; text: string } | null;
  /** Whether it is the first below its heading. */
  isFirst: boolean;
  /** Code right below that belongs to it, exactly; null when there is none. */
  code: string | null;
  /** Of a row: the line that names its columns, exactly. */
  head: string | null;
}

const longestCode = 1_400;
const longestList = 1_100;
const longestUnit = 700;

const tagLine = /^[ \t]*<\/?[A-Za-z][^\n]*>[ \t]*$/;
const item = /^[ \t]*(?:>[ \t]*)?(?:[-*+]|\d+[.)])[ \t]+/;
const stepHeading = /^(?:step\s+\d+|\d+\s*[.:)])\s*\S/i;
const row = /^[ \t]*\|/;
const ruleRow = /^[ \t]*\|[\s|:-]+\|?[ \t]*$/;
const sentenceEnd = /(?<=[.!?][)"'`*_]{0,3})(?<!\b(?:e\.g|i\.e|vs|etc|approx|cf|No)\.)\s+(?=[\p{Lu}\p{N}`*_"“([<>@])/gu;
const property = /\{\s*name:\s*(?<quote>['"`])(?<name>(?:(?!\k<quote>)[^\n]){1,120})\k<quote>,(?:(?!\bname:)[\s\S]){0,700}?description:\s*(?<mark>['"`])(?<description>(?:\\[\s\S]|(?!\k<mark>)[^\\]){5,900})\k<mark>/g;

interface Place {
  /** Where the text begins in its source. */
  offset: number;
  /** Headings above its beginning. */
  headings: readonly string[];
}

/** Cuts a stretch of Markdown into what can be quoted: sentences, items of lists, rows of tables, documented properties. */
export function quotableUnits(text: string, { offset, headings }: Place): QuotableUnit[] {
  const units: QuotableUnit[] = [];
  let above: { level: number; text: string }[] = headings.map((one, index) => ({ level: index + 1, text: one }));
  let isFirst = true;
  /** The sentence that a list belongs to, and where the list ends so far. */
  let list = null as { lead: QuotableUnit; end: number } | null;
  /** The block right above, unless it was code. */
  let gap = null as { end: number; units: QuotableUnit[] } | null;
  for (const block of markdownBlocks(text)) {
    const content = text.slice(block.start, block.end);
    if (block.kind === "front-matter" || isMarkupOnly(content)) continue;
    if (block.kind === "heading") {
      const title = plainText(content.replace(/^\s*#{1,6}/, "").replace(/[\r\n]+\s*(?:=+|-+)\s*$/, ""));
      const path = above.filter(({ level }) => level < block.level).map((one) => one.text);
      if (stepHeading.test(title)) units.push({ kind: "step", start: block.start + offset, end: block.end + offset, exact: content, text: title, headings: path, before: "", space: null, told: null, isFirst: false, code: null, head: null });
      above = [...above.filter(({ level }) => level < block.level), { level: block.level, text: title }];
      [isFirst, gap] = [true, null];
      continue;
    }
    if (block.kind === "code") {
      const last = gap?.units.at(-1);
      if (last !== undefined && last.code === null && content.length <= longestCode) last.code = content;
      gap = null;
      continue;
    }
    const path = above.map((one) => one.text);
    const found = unitsOfBlock(content, block.start + offset, path, isFirst);
    const last = units.at(-1);
    const isBelow = last !== undefined && last.end === (gap?.end ?? -1) + offset && last.text.endsWith(":");
    const lead: QuotableUnit | undefined = list !== null && list.end === gap?.end ? list.lead : isBelow ? last : undefined;
    const isJoined: boolean = lead !== undefined && joinList(lead, found, (end) => text.slice(lead.start - offset, end - offset));
    list = isJoined && lead !== undefined ? { lead, end: block.end } : null;
    units.push(...found);
    isFirst &&= found.length === 0;
    gap = found.length > 0 ? { end: block.end, units: found } : null;
  }
  return units;
}

/** Lines of tags alone say nothing, unless they hold the documentation of properties. */
function isMarkupOnly(content: string): boolean {
  return !content.includes("description:") && content.split("\n").every((line) => tagLine.test(line));
}

/** "These are not supported:" says nothing without the list below it: the two become one unit, as far as it isn't too long. */
function joinList(lead: QuotableUnit, found: readonly QuotableUnit[], exactTo: (end: number) => string): boolean {
  if (found[0]?.kind !== "item") return false;
  const items: QuotableUnit[] = [];
  for (const one of found) {
    if (one.kind !== "item" || one.end - lead.start > longestList) break;
    items.push(one);
  }
  const last = items.at(-1);
  if (last === undefined) return false;
  const told = lead.text.endsWith(":") ? `${lead.text} ` : `${lead.text.replace(/[.]$/, "")}; `;
  const more = items.map(({ text }, index) => `${text.replace(/[.;:]$/, "")}${text.endsWith(":") ? ":" : index === items.length - 1 ? (/[!?]$/.test(text) ? "" : ".") : ";"}`).join(" ");
  Object.assign(lead, { end: last.end, exact: exactTo(last.end), text: `${told}${more}` });
  return true;
}

function unitsOfBlock(content: string, start: number, headings: string[], isFirst: boolean): QuotableUnit[] {
  const properties = [...content.matchAll(property)];
  if (properties.length > 0) {
    return properties.map((found) => {
      const { name = "", description = "" } = found.groups ?? {};
      const from = start + found.index + found[0].indexOf("name:");
      const exact = content.slice(from - start, found.index + found[0].length);
      return { kind: "property", start: from, end: from + exact.length, exact, text: `${name}: ${plainText(description.replaceAll(/\\(.)/g, "$1"))}`, headings, before: "", space: null, told: null, isFirst: false, code: null, head: null };
    });
  }
  if (/^\s*(?:[{}\]]|<[A-Z]\w*[^>]*$|content=)/.test(content)) return [];
  const units: QuotableUnit[] = [];
  /** Of items and rows the one before tells of something else; what goes on about the same brings what it goes on from. */
  let before = "";
  /** Where the sentence begins that the next may go on from. */
  let begun: number | null = null;
  let ended: number | null = null;
  const add = (kind: QuotableUnit["kind"], from: number, to: number, head: string | null) => {
    const raw = content.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const exact = raw.trim();
    const text = plainText(kind === "row" ? rowText(exact, head) : exact);
    if (!/\p{L}{2}/u.test(text)) return;
    const goesOn = goesOnWith.test(text) ? begun : null;
    const [at, end] = [from + lead, from + lead + exact.length];
    const whole = goesOn === null ? "" : content.slice(goesOn, end);
    const told = goesOn === null || whole.length > longestUnit ? null : { start: start + goesOn, exact: whole, text: plainText(whole) };
    const gap = before === "" || ended === null ? null : content.slice(ended, at);
    const space = gap === null || gap.trim() !== "" ? null : gap;
    ended = end;
    units.push({ kind, start: start + at, end: start + end, exact, text, headings, before, space, told, isFirst: isFirst && units.length === 0, code: null, head });
    before = goesOn === null ? text : `${before} ${text}`;
    begun = goesOn ?? at;
  };
  for (const piece of piecesOf(content)) {
    if (piece.kind !== "sentence") [before, begun] = ["", null];
    if (piece.kind === "row") {
      add("row", piece.start, piece.end, piece.head === null ? null : content.slice(piece.head.start, piece.head.end).trim());
      continue;
    }
    const inner = content.slice(piece.start, piece.end);
    const cuts = piece.kind === "item" && inner.length <= longestUnit ? [] : [...inner.matchAll(sentenceEnd)];
    let from = 0;
    for (const cut of cuts) {
      add(piece.kind, piece.start + from, piece.start + cut.index, null);
      from = cut.index + cut[0].length;
    }
    add(piece.kind, piece.start + from, piece.end, null);
  }
  return units.filter(({ exact }) => exact.length <= longestList);
}

/** "It" is what was told of before. */
export const goesOnWith = /^(?:it|its|they|their|this|these|that|those)\b/i;

interface Piece {
  kind: "sentence" | "item" | "row";
  start: number;
  end: number;
  head: { start: number; end: number } | null;
}

/** Paragraphs, items and rows of a block, without the lines that only hold tags. */
function piecesOf(content: string): Piece[] {
  const pieces: Piece[] = [];
  let isOpen = false;
  let head: Piece["head"] = null;
  for (const found of content.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = found[0].trimEnd();
    const [start, end] = [found.index, found.index + line.length];
    if (line === "" || tagLine.test(line) || /^[ \t]*>[ \t]*$/.test(line)) isOpen = false;
    else if (row.test(line)) {
      // The first row of a table and the line below it name its columns.
      if (head !== null && !ruleRow.test(line)) pieces.push({ kind: "row", start, end, head });
      head ??= { start, end };
      isOpen = false;
    } else if (item.test(line)) {
      pieces.push({ kind: "item", start: start + (item.exec(line)?.[0].length ?? 0), end, head: null });
      isOpen = true;
    } else if (isOpen) {
      const last = pieces.at(-1);
      if (last !== undefined) last.end = end;
    } else {
      const quoted = /^[ \t]*>[ \t]*/.exec(line)?.[0].length ?? 0;
      pieces.push({ kind: "sentence", start: start + quoted, end, head: null });
      isOpen = true;
    }
  }
  return pieces;
}

/** A row in words: its first cell, then each other with the name of its column where a table has more than two. */
function rowText(line: string, head: string | null): string {
  const [first = "", ...rest] = cellsOf(line);
  const names = head === null ? [] : cellsOf(head).slice(1);
  const told = rest.flatMap((cell, index) => {
    if (cell === "" || cell === "-") return [];
    const name = names[index] ?? "";
    return [rest.length < 2 || name === "" ? cell : `${name}: ${cell}`];
  });
  return told.length === 0 ? first : `${first}: ${toldTogether(told)}`;
}

function cellsOf(line: string): string[] {
  return line.trim().replace(/^\|/, "").replace(/\|$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** Words of Markdown without its marks, on one line; within code every sign stays. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\n[ \t]*>[ \t]?/g, "\n")
    .replaceAll(/!?\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)/g, "$1")
    .split(/(`+[^`]*`+)/)
    .map((piece, index) => (index % 2 === 1 ? piece.replaceAll("`", "") : withoutEmphasis(piece)))
    .join("")
    .replaceAll(/^\s*(?:[-*+]|#{1,6})\s+/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const footnoteMark = /<su[pb]>[^<]{0,10}<\/su[pb]>/g;
const inlineTag = /<\/?(?:a|b|br|code|em|i|kbd|span|strong|su[bp]|u)\b[^<>]{0,200}>/g;

function withoutEmphasis(text: string): string {
  return text
    .replaceAll(footnoteMark, "")
    .replaceAll(inlineTag, "")
    .replaceAll(/\*\*|__(?=\S)|(?<=\S)__|`/g, "")
    .replaceAll(/(?<![\p{L}\p{N}*])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}*])/gu, "");
}
