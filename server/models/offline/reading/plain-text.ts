import { rstWords } from "../../../../core/sources/rst-run.ts";
import type { SourceFormat } from "../../../../core/sources/source-format.ts";

/** Words of a document without the signs of its format, on one line; within code every sign stays. */
export function plainWords(text: string, format: SourceFormat): string {
  return format === "rst" ? rstWords(text) : plainText(text);
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
