import { contentWords } from "./words.ts";

const maxClauses = 5;

const questionWord = "(?:how|what|which|why|when|where|who|is|are|does|do|can|should|will|must|list|compare|explain|describe|find)";
const sentenceEnd = /(?<=[.?!。？！])(?<!\b(?:vs|e\.g|i\.e|etc|approx)\.)\s+(?=[\p{Lu}\p{N}"'“(¿])|(?<=[。？！])|\n+/u;
const innerStart = new RegExp(String.raw`(?:[,;]|\s[-–—])?\s+(?:and|but|or|und|et|y)\s+(?=${questionWord}\b(?!\s+(?:with|in|for|on|about|of)\b))|;\s+`, "i");
const imperative = /^(?:please\s+)?(?:compare|list|explain|describe|find|show|tell|summari[sz]e|give|name|outline|check|write|plan|investigate|research|how|what|which|why)\b/i;
const goesThroughItems = /^\s*for\s+(?:each|every|all)\b/i;

/**
 * The things a question asks, one clause each: its sentences that ask or tell to do something, cut where a new
 * question word begins. What only tells the background is left to the question as a whole.
 */
export function splitClauses(question: string): string[] {
  const sentences = question.split(sentenceEnd).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const asking = sentences.filter((sentence) => /[?？]["')\s]*$/.test(sentence) || imperative.test(sentence));
  const chosen = asking.length > 0 ? asking : sentences.slice(0, 1);
  const pieces = chosen.flatMap((sentence) => (goesThroughItems.test(sentence) ? [sentence] : sentence.split(innerStart))).map((piece) => piece.trim());
  const clauses = [...new Set(withoutLoneWords(pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece))))];
  if (clauses.length <= maxClauses) return clauses;
  return [...clauses.slice(0, maxClauses - 1), clauses.slice(maxClauses - 1).join(" ")];
}

/** "… and why?" asks about what was said before it, so it stays there. */
function withoutLoneWords(pieces: readonly string[]): string[] {
  const clauses: string[] = [];
  for (const piece of pieces) {
    const last = clauses.at(-1);
    if (last !== undefined && contentWords(piece).length === 0) clauses[clauses.length - 1] = `${last.replace(/[?.!]+$/, "")}, ${piece}`;
    else clauses.push(piece);
  }
  return clauses;
}
