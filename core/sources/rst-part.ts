import type { TextRange } from "./mark-words.ts";
import { itemSignLength, rstLinesOf } from "./rst-line.ts";

/** A paragraph, an item of a list, a term with what it means, or a field with its name, by offsets into its block. */
export interface RstPart extends TextRange {
  /** Columns before it. */
  indent: number;
  /** Where its words begin: behind the sign of an item. */
  words: number;
  /** Of a term and of a field: what it is called, and where it is told what that is. */
  named: { name: string; from: number } | null;
  isItem: boolean;
}

const field = /^[ \t]*:(?<name>[^:`\s](?:[^:`\n]{0,80}[^:`\s])?):(?:[ \t]+|$)/;
/** A longer line above an indented one is no term that is explained there. */
const longestTerm = 100;

/** Takes a block of text apart, in order and without overlap (docutils: "Paragraphs", and the kinds of lists). */
export function rstParts(content: string): RstPart[] {
  const parts: RstPart[] = [];
  const lines = rstLinesOf(content);
  let isTermList = false;
  for (const [index, { text, start, end, indent }] of lines.entries()) {
    const last = parts.at(-1);
    // What stands farther left than a paragraph began belongs to something else.
    const isFree = last === undefined || indent < last.indent;
    const mayBegin = isFree || (last.isItem && indent === last.indent);
    const signLength = itemSignLength(text);
    const name = field.exec(text);
    const isTerm: boolean = signLength === 0 && name === null && (lines[index + 1]?.indent ?? 0) > indent && isTermLike(text) && (isFree || isTermList);
    const first = start + text.length - text.trimStart().length;
    const part = { start: first, end, indent, words: start + signLength, named: null, isItem: true };
    if (mayBegin && signLength > 0) parts.push(part);
    else if (mayBegin && name !== null) parts.push({ ...part, words: first, named: { name: name.groups?.["name"] ?? "", from: start + name[0].length } });
    else if (mayBegin && isTerm) parts.push({ ...part, words: first, named: { name: text.trim().replace(/:+$/, ""), from: end } });
    else if (isFree) parts.push({ ...part, words: first, isItem: false });
    else last.end = end;
    if (parts.at(-1) !== last) isTermList = isTerm;
  }
  return parts;
}

function isTermLike(line: string): boolean {
  return line.trim().length <= longestTerm && !/[.,;!?]\s*$/.test(line);
}
