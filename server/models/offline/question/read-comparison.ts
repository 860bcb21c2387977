import { cleanPhrase, contentWords } from "./words.ts";

interface Comparison {
  kind: "comparison";
  sides: string[];
  /** With regard to what they are compared, when the clause says so. */
  regard: string | null;
}

const maxSides = 5;
const maxWordsOfSide = 8;

/** Ways to ask for a comparison; each captures what holds the sides. */
const patterns: readonly RegExp[] = [
  /\bdifferen(?:ces?|tiates?|ces there are)\b.*?\bbetween\s+(?<sides>.+)/i,
  /\bhow\s+(?:does|do|is|are)\s+(?<sides>.+?\s+(?:differ(?:ent)?|compared?)\s+(?:from|to|with)\s+.+)/i,
  /\bcompar(?:e|ing|ison\s+(?:of|between))\s+(?<sides>.+)/i,
  /(?:^|[:,]\s*)(?<sides>[^:]+?\s+(?:vs\.?|versus)\s+.+)/i,
  /\b(?:better|faster|cheaper|simpler|easier|safer|slower|preferable)\b[^,:?]*[,:]\s*(?<sides>.+?\s+or\s+.+)/i,
  /\b(?:is|are)\s+(?<sides>\S.*?\s+(?:better|faster|cheaper|simpler|easier|safer|slower|preferable)\s+(?:than|to)\s+.+)/i,
  /\b(?:use|choose|pick|prefer|take)\s+(?<sides>.+?\s+(?:or|over|instead of|rather than)\s+.+)/i,
  /\bunterschiede?\b.*?\bzwischen\s+(?<sides>.+)/i,
  /\bvergleiche?\s+(?<sides>.+)/i,
  /\bdifférences?\b.*?\bentre\s+(?<sides>.+)/i,
  /\bdiferencias?\b.*?\bentre\s+(?<sides>.+)/i,
];

/** "what holds with one, and what with the other". */
const askedTwice = /\b(?:what|how|which)\b.*?\b(?<word>with|in|for|on|of)\s+(?<one>[^,]+?),?\s+and\s+(?:what|how|which)\s+(?:\k<word>)\s+(?<other>[^,?]+)/i;

const between = /\s+(?:differ(?:ent)?|compared?)\s+(?:from|to|with)\s+|\s+(?:better|faster|cheaper|simpler|easier|safer|slower|preferable)\s+(?:than|to)\s+|\s+(?:vs\.?|versus|instead of|rather than|compared (?:to|with))\s+|\s+and\s+(?:how|what|which|why)\b.*$/i;
const listed = /\s*,\s*(?:and|or)\s+|\s*,\s+|\s+(?:and|or|with|to|against|over|und|oder|mit|et|ou|avec|y|o|con)\s+/i;
const regardStart = /\s+(?:for|in terms of|with (?:regard|respect) to|regarding|concerning|when it comes to|when|if|in|on|by|für|bei|pour|para)\s+/i;

/** Reads what is to be held against what; null for a clause that compares nothing. */
export function readComparison(clause: string): Comparison | null {
  const twice = askedTwice.exec(clause)?.groups;
  const sides = twice === undefined ? null : sidesOf([twice["one"] ?? "", twice["other"] ?? ""]);
  if (sides !== null) return { kind: "comparison", sides, regard: null };
  for (const pattern of patterns) {
    const found = pattern.exec(clause)?.groups?.["sides"];
    const comparison = found === undefined ? null : readSides(found.replace(/[?.!\s]+$/, ""));
    if (comparison !== null) return comparison;
  }
  return null;
}

function readSides(text: string): Comparison | null {
  const two = text.split(between);
  const parts = two.length > 1 ? two : text.split(listed);
  const last = parts.at(-1) ?? "";
  const cut = regardStart.exec(last);
  const whole = sidesOf(parts);
  // "streaming in A and streaming in B": what the other sides say too belongs to the side.
  const isShared = cut !== null && parts.slice(0, -1).some((part) => part.toLowerCase().includes(cut[0].toLowerCase()));
  if (cut === null || isShared) return whole === null ? null : { kind: "comparison", sides: whole, regard: null };
  const shortened = sidesOf([...parts.slice(0, -1), last.slice(0, cut.index)]);
  const regard = cleanPhrase(last.slice(cut.index).trim());
  if (shortened !== null) return { kind: "comparison", sides: shortened, regard };
  return whole === null ? null : { kind: "comparison", sides: whole, regard: null };
}

/** The parts as sides; null when they aren't two to five different things. */
function sidesOf(parts: readonly string[]): string[] | null {
  const sides = parts.map((part) => cleanPhrase(part.replace(/^(?:what|which)\s+(?:is|are)\s+.*?:\s*/i, "").replace(/^(?:between|both|either|using)\s+/i, "")));
  const distinct = new Set(sides.map((side) => side.toLowerCase()));
  if (sides.length < 2 || sides.length > maxSides || distinct.size !== sides.length) return null;
  const isNamed = (side: string) => contentWords(side).length > 0 && side.split(" ").length <= maxWordsOfSide;
  return sides.every(isNamed) ? sides : null;
}
