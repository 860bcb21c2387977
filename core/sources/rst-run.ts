import type { TextRange } from "./mark-words.ts";
import type { RunStyle } from "./styled-run.ts";

/** A stretch that reads the same throughout. */
interface RstRun extends TextRange {
  style: RunStyle;
}

/** More than one paragraph holds of it is no inline markup, and looking farther takes longer than anybody waits. */
const most = 600;
const opening = String.raw`(?<![\p{L}\p{N}_\x60*|\\])`;
const closing = String.raw`(?![\p{L}\p{N}_\x60])`;

/** The inline markup of the docutils specification, "Inline Markup": one alternative for each kind. */
const inline = new RegExp(
  [
    String.raw`${opening}\x60\x60(?<literal>[^\s][\s\S]{0,${most}}?)\x60\x60(?!\x60)`,
    String.raw`(?::(?<role>[A-Za-z][\w:+.-]{0,40}):|(?<![\p{L}\p{N}\x60\\])_|${opening})\x60(?<words>[^\s\x60][^\x60]{0,${most}})\x60(?::[A-Za-z][\w:+.-]{0,40}:|__?${closing})?`,
    String.raw`(?<note>\s?(?<![\p{L}\p{N}\\])\[(?:\d{1,4}|[#*][\w.-]{0,40})\])_(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}\\])(?<citation>\[[A-Za-z][\w.-]{0,40}\])_(?![\p{L}\p{N}])`,
    String.raw`${opening}\*\*(?<strong>[^\s*](?:[^*]{0,${most}}[^\s*\\])?)\*\*(?![\p{L}\p{N}*])`,
    String.raw`${opening}\*(?<stress>[^\s*](?:[^*]{0,${most}}[^\s*\\])?)\*(?![\p{L}\p{N}*])`,
    String.raw`${opening}\|(?<named>[^\s|](?:[^|\n]{0,80}[^\s|])?)\|(?:__?)?(?![\p{L}\p{N}|])`,
    String.raw`(?<![\p{L}\p{N}_\x60.@/:\\-])(?<link>[\p{L}\p{N}](?:[\p{L}\p{N}.+-]{0,60}[\p{L}\p{N}])?)__?(?![\p{L}\p{N}_\x60(=])`,
    String.raw`\\(?:\s|(?<escaped>[^\s]))`,
    String.raw`^[ \t]*(?<bullet>[-*+•‣⁃])(?=[ \t])`,
    String.raw`\s*:(?<colon>:)(?=\s*$(?![\s\S]))`,
  ].join("|"),
  "gmu",
);
const styles = { literal: "code", words: "link", note: "note", citation: "plain", strong: "strong", stress: "plain", named: "plain", link: "link", escaped: "plain", bullet: "bullet", colon: "plain" } as const satisfies Record<string, RunStyle>;
/** Roles whose words are names of code. */
const codeRole = /(?:^|:)(?:attr|class|cls|code|const|data|envvar|exc|file|func|kbd|keyword|lib|meth|mod|module|obj|option|program|samp|source|token|type)$/;
/** What is shown of a link is not where it leads. */
const leadsTo = /\s*<[^<>]*>$/;

/** Cuts words of reStructuredText into runs, in order and without a gap; `markup` are the signs that readers don't need. */
export function rstRuns(text: string, { start, end }: TextRange): RstRun[] {
  const runs: RstRun[] = [];
  let at = start;
  const add = (to: number, style: RunStyle) => {
    if (to > at) runs.push({ start: at, end: to, style });
    at = Math.max(at, to);
  };
  for (const match of text.slice(start, end).matchAll(inline)) {
    const { role, ...groups } = match.groups ?? {};
    const [name, found] = Object.entries(groups).find(([, value]) => value !== undefined) ?? ["", ""];
    const from = start + match.index;
    const inner = name === "words" ? shownWords(found ?? "") : { from: 0, words: found ?? "" };
    const innerFrom = from + match[0].lastIndexOf(found ?? "", match[0].length) + inner.from;
    add(from, "plain");
    if (role !== undefined && /^\d/.test(inner.words)) {
      add(from + 1, "markup");
      add(from + 1 + role.length, "role");
    }
    add(innerFrom, "markup");
    const isCode = name === "words" && role !== undefined && codeRole.test(role);
    const isLink = name === "words" && (role !== undefined || match[0].endsWith("_"));
    add(innerFrom + inner.words.length, isCode ? "code" : name === "words" && !isLink ? "plain" : (styles[name as keyof typeof styles] ?? "markup"));
    add(from + match[0].length, "markup");
  }
  add(end, "plain");
  return runs;
}

/** Of `words <target>` the words, of `~package.module.name` the name, of `!name` what stands behind the sign. */
function shownWords(found: string): { from: number; words: string } {
  const words = found.replace(leadsTo, "");
  if (words === "") return { from: 0, words: found };
  const hidden = words.startsWith("~") ? Math.max(1, words.lastIndexOf(".") + 1) : words.startsWith("!") ? 1 : 0;
  return { from: hidden, words: words.slice(hidden) };
}

/** The name of a role as it stands before its number: `RFC ` of `rfc`. */
export function roleName(role: string): string {
  return `${role.replace(/^.*:/, "").toUpperCase()} `;
}

/** Behind these words the sign of a footnote is one itself: "as told in [1]". */
const needsWord = /\b(?:and|as|at|by|from|in|of|on|or|see|than|to|with)\s*$/i;

/** Words of reStructuredText without its signs, on one line; within code every sign stays. */
export function rstWords(text: string): string {
  let words = "";
  for (const { start, end, style } of rstRuns(text, { start: 0, end: text.length })) {
    const stretch = text.slice(start, end);
    if (style === "role") words += roleName(stretch);
    else if (style === "note" ? needsWord.test(words.slice(-12)) : style !== "bullet" && style !== "markup") words += stretch;
  }
  return words.replaceAll(/\s+/g, " ").trim();
}
