import { titleWords } from "../../../../core/sources/rst-heading.ts";
import { rstRuns } from "../../../../core/sources/rst-run.ts";
import { sourceBlocks, type SourceBlock } from "../../../../core/sources/source-block.ts";
import type { SourceFormat } from "../../../../core/sources/source-format.ts";
import { markdownPieces, tagLine } from "./markdown-piece.ts";
import { plainText, plainWords } from "./plain-text.ts";
import { rstPieces, rstTablePieces } from "./rst-piece.ts";
import type { Piece } from "./unit-piece.ts";

/** A stretch of a source that can be quoted and says something by itself; offsets in UTF-16 code units of its text. */
export interface QuotableUnit {
  /** A step is a heading that numbers what has to be done. */
  kind: "sentence" | "item" | "row" | "property" | "step";
  start: number;
  end: number;
  exact: string;
  /** Its words without the signs of its format. */
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

const stepHeading = /^(?:step\s+\d+|\d+\s*[.:)])\s*\S/i;
const sentenceEnd = {
  markdown: /(?<=[.!?][)"'`*_]{0,3})(?<!\b(?:e\.g|i\.e|vs|etc|approx|cf|No)\.)\s+(?=[\p{Lu}\p{N}`*_"“([<>@])/gu,
  /** The sign of a footnote belongs to the sentence before it. */
  rst: /(?<=[.!?][)"'`*_]{0,3}(?:\s?\[[\w#*.-]{1,12}\]_)?)(?<!\b(?:e\.g|i\.e|vs|etc|approx|cf|No)\.)\s+(?!\[[\w#*.-]{1,12}\]_)(?=[\p{Lu}\p{N}`*_"“([<>@:|])/gu,
} as const satisfies Record<SourceFormat, RegExp>;
const property = /\{\s*name:\s*(?<quote>['"`])(?<name>(?:(?!\k<quote>)[^\n]){1,120})\k<quote>,(?:(?!\bname:)[\s\S]){0,700}?description:\s*(?<mark>['"`])(?<description>(?:\\[\s\S]|(?!\k<mark>)[^\\]){5,900})\k<mark>/g;

interface Place {
  /** Where the text begins in its source. */
  offset: number;
  /** Headings above its beginning. */
  headings: readonly string[];
  format: SourceFormat;
  /** The document's: where it is the first heading, sections are a level below it. */
  title?: string;
}

/** Cuts a stretch of a document into what can be quoted: sentences, items of lists, rows of tables, documented properties. */
export function quotableUnits(text: string, { offset, headings, format, title: document }: Place): QuotableUnit[] {
  const units: QuotableUnit[] = [];
  const outermost = format === "rst" || document === undefined || headings[0] === document ? 1 : 2;
  let above: { level: number; text: string }[] = headings.map((one, index) => ({ level: index + outermost, text: one }));
  let isFirst = true;
  /** The sentence that a list belongs to, and where the list ends so far. */
  let list = null as { lead: QuotableUnit; end: number } | null;
  /** The block right above, unless it was code. */
  let gap = null as { end: number; units: QuotableUnit[] } | null;
  for (const block of sourceBlocks(text, format, headings)) {
    const content = text.slice(block.start, block.end);
    if (block.kind === "front-matter" || block.kind === "markup" || (format === "markdown" && isMarkupOnly(content))) continue;
    if (block.kind === "heading") {
      const title = headingText(text, block, format);
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
    const found = unitsOfBlock(content, block, { offset, headings: path, format }, isFirst);
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

function headingText(text: string, block: SourceBlock, format: SourceFormat): string {
  const { start, end } = format === "rst" ? titleWords(text, block) : block;
  const words = text.slice(start, end);
  return plainWords(format === "rst" ? words : words.replace(/^\s*#{1,6}/, "").replace(/[\r\n]+\s*(?:=+|-+)\s*$/, ""), format);
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

function propertiesIn(content: string, start: number, headings: string[]): QuotableUnit[] {
  return [...content.matchAll(property)].map((found) => {
    const { name = "", description = "" } = found.groups ?? {};
    const from = start + found.index + found[0].indexOf("name:");
    const exact = content.slice(from - start, found.index + found[0].length);
    return { kind: "property", start: from, end: from + exact.length, exact, text: `${name}: ${plainText(description.replaceAll(/\\(.)/g, "$1"))}`, headings, before: "", space: null, told: null, isFirst: false, code: null, head: null };
  });
}

function unitsOfBlock(content: string, { kind, start: blockStart }: SourceBlock, { offset, headings: above, format }: Place, isFirst: boolean): QuotableUnit[] {
  const [start, headings] = [blockStart + offset, [...above]];
  const properties = format === "markdown" ? propertiesIn(content, start, headings) : [];
  if (properties.length > 0) return properties;
  if (format === "markdown" && /^\s*(?:[{}\]]|<[A-Z]\w*[^>]*$|content=)/.test(content)) return [];
  const units: QuotableUnit[] = [];
  /** Of items and rows the one before tells of something else; what goes on about the same brings what it goes on from. */
  let before = "";
  /** Where the sentence begins that the next may go on from. */
  let begun: number | null = null;
  let ended: number | null = null;
  const add = ({ kind: unitKind, head, words }: Piece, from: number, to: number) => {
    const raw = content.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const exact = raw.trim();
    const text = plainWords(words ?? exact, format);
    if (!/\p{L}{2}/u.test(text) || (format === "rst" && isReference(exact))) return;
    const goesOn = goesOnWith.test(text) ? begun : null;
    const [at, end] = [from + lead, from + lead + exact.length];
    const whole = goesOn === null ? "" : content.slice(goesOn, end);
    const told = goesOn === null || whole.length > longestUnit ? null : { start: start + goesOn, exact: whole, text: plainWords(whole, format) };
    const gap = before === "" || ended === null ? null : content.slice(ended, at);
    const space = gap === null || gap.trim() !== "" ? null : gap;
    ended = end;
    units.push({ kind: unitKind, start: start + at, end: start + end, exact, text, headings, before, space, told, isFirst: isFirst && units.length === 0, code: null, head: head === null ? null : content.slice(head.start, head.end).trim() });
    before = goesOn === null ? text : `${before} ${text}`;
    begun = goesOn ?? at;
  };
  const pieces = format === "markdown" ? markdownPieces(content) : kind === "table" ? rstTablePieces(content) : rstPieces(content);
  for (const piece of pieces) {
    if (piece.kind !== "sentence") [before, begun] = ["", null];
    const inner = content.slice(piece.start, piece.end);
    const cuts = piece.kind === "row" || (piece.kind === "item" && inner.length <= longestUnit) ? [] : sentenceEndsIn(inner, format);
    let from = 0;
    for (const cut of cuts) {
      add({ ...piece, words: null }, piece.start + from, piece.start + cut.index);
      from = cut.index + cut[0].length;
    }
    add(cuts.length > 0 ? { ...piece, words: null } : piece, piece.start + from, piece.end);
  }
  return units.filter(({ exact }) => exact.length <= longestList);
}

/** A link, with a remark in brackets at most, says where something is said. */
function isReference(exact: string): boolean {
  return /^(?:`[^`]+<[^<>`]+>`__?(?:\s*\([^()]*\))?|<?https?:\/\/\S+)[.,;]?$/.test(exact);
}

function sentenceEndsIn(text: string, format: SourceFormat): RegExpExecArray[] {
  const ends = [...text.matchAll(sentenceEnd[format])];
  if (format === "markdown" || ends.length === 0) return ends;
  const code = rstRuns(text, { start: 0, end: text.length }).filter(({ style }) => style === "code");
  return ends.filter(({ index }) => !code.some(({ start, end }) => start < index && index < end));
}

/** "It" is what was told of before. */
export const goesOnWith = /^(?:it|its|they|their|this|these|that|those)\b/i;
