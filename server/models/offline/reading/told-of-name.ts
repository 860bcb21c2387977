import type { Aspect } from "./aspect.ts";
import type { QuotableUnit } from "./quotable-unit.ts";

type Given = Pick<QuotableUnit, "headings" | "text"> & { title: string };

/** A name as written in code: in backticks, or with a capital, a dot or an underscore inside. */
const codeName = /`([\w$.-]+)(?:\(\))?`|(?<![\w$.])([a-z$][\w$]*(?:[A-Z_]|\.(?=\w))[\w$.]*[\w$])/g;

/** Something that may be asked of one name, what stands before or behind the name there, and what of a text tells it. */
interface Matter {
  before: RegExp;
  behind: RegExp;
  isToldIn(text: string, name: string): boolean;
}

const matters: readonly Matter[] = [
  {
    // What holds where nobody sets it.
    before: /(?:\bdefault(?: value)?(?: (?:of|for))?|(?:n['’]t|\bnot|\bwithout|\bunless (?:i|we|you)) (?:configur|giv|pass|provid|set|specif)\w*|\b(?:leav\w+|left) out|\bomit\w*)(?: an?| any| my| the)?\s*$/i,
    behind: /^(?:['’]s)? defaults?\b|^ (?:is|are) (?:left out|not (?:given|passed|provided|set|specified)|omitted|unset)\b/i,
    isToldIn: (text, name) => sentencesOf(text, name).some((sentence) => /\bby default\b|\bdefaults?(?: (?:is|of|to|value)\b|:)|\b(?:if|when) (?:omitted|(?:it is )?(?:left out|not (?:given|passed|provided|set|specified)))\b/i.test(sentence)),
  },
  {
    // What has come in its place; what it has come in the place of is the other way round.
    before: /\b(?:alternative to|in(?:stead| place) of|replac(?:e[ds]?|ing)|replacement (?:for|of)|substitute for|successor (?:of|to)|t(?:akes?|ook) the place of)(?: an?| my| the)?\s*$/i,
    behind: /^ (?:(?:got|has been|is|was) )?(?:deprecated|gone|removed|renamed|replaced|superseded)\b/i,
    isToldIn: (text, name) => /\b(?:in favou?r of|instead|moved? (?:it |them )?(?:in)?to|renamed (?:as|to)|replaced (?:by|with)|superseded by)\b/i.test(text) && !comesAfter(name).test(text),
  },
];

/** Whether a unit tells just what is asked of a name: its default, or what has come in its place. */
export function namedCheck({ text: question }: Pick<Aspect, "text">): (unit: Given) => boolean {
  const names = [...question.matchAll(codeName)].map((match) => ({ name: (match[1] ?? match[2] ?? "").toLowerCase(), start: match.index, end: match.index + match[0].length }));
  const asked = names.flatMap(({ name, start, end }) => matters.filter(({ before, behind }) => before.test(question.slice(0, start)) || behind.test(question.slice(end).replace(/^\(\)/, ""))).map((matter) => ({ name, matter })));
  if (asked.length === 0) return () => false;
  const parts = names.map(({ name }) => lastPart(name));
  return ({ title, headings, text }) => {
    const around = [title, ...headings, text].join(" ").toLowerCase();
    return parts.every((part) => around.includes(part)) && asked.some(({ name, matter }) => holdsName(text, lastPart(name)) && matter.isToldIn(text, lastPart(name)));
  };
}

function lastPart(name: string): string {
  return name.split(".").at(-1) ?? name;
}

function holdsName(text: string, name: string): boolean {
  return text.toLowerCase().split(/[^\w$-]+/).includes(name);
}

/** Where a text begins with the name, it is all about it: the line of an option in a table or list. */
function sentencesOf(text: string, name: string): string[] {
  const isEntry = new RegExp(String.raw`^\W*(?:[\w$]+\.)*${escaped(name)}\??\W*(?::|$)`, "i").test(text.slice(0, name.length + 40));
  return isEntry ? [text] : text.split(/(?<=[.;!?])\s+/).filter((sentence) => holdsName(sentence, name));
}

function comesAfter(name: string): RegExp {
  const own = escaped(name);
  return new RegExp(String.raw`\b(?:in favou?r of|(?:moved?|renamed) (?:as|(?:in)?to)|(?:replaced|superseded) (?:by|with)) (?:the )?\W?${own}\b|\b${own}\W? instead of\b`, "i");
}

function escaped(name: string): string {
  return name.replaceAll(/[$.-]/g, String.raw`\$&`);
}
