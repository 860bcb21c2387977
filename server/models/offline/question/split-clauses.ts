import { withoutPoliteness } from "./politeness.ts";
import { contentWords } from "./words.ts";

const maxClauses = 5;

const questionWord =
  "(?:how|what|which|why|when|where|who|whether|is|are|does|do|can|should|will|must|list|compare|explain|describe|find|wie|welche[rsnm]?|was|warum|wann|comment|quel(?:le)?s?|pourquoi|quand|cómo|qué|cuál(?:es)?|cuándo)";
const auxiliary = "(?:do|does|did|is|are|was|were|can|could|should|will|would|must|may|has|have)";
/** Words that ask where they stand; "when" and "where" only before an auxiliary, because "when it rains" is a condition. */
const asks = String.raw`(?:how|what|why|whether|(?:when|where)\s+${auxiliary}|(?:wie|was|warum|comment|pourquoi|cómo|qué)\b)`;
const asking = new RegExp(String.raw`^(?:${asks}|which|who|${auxiliary}|explain|describe|find|list|tell|show)\b`, "iu");
/** Between the things of an enumeration: "what it is, how it works, …". */
const enumeratedStart = new RegExp(String.raw`,\s+(?=${asks}\b)`, "iu");
const sentenceEnd = /(?<=[.?!。？！])(?<!\b(?:vs|e\.g|i\.e|etc|approx)\.)\s+(?=[\p{Lu}\p{N}"'“(¿])|(?<=[。？！])|\n+/u;
const innerStart = new RegExp(String.raw`(?:[,;]|\s[-–—])?\s+(?:and|but|or|und|et|y)\s+(?=${questionWord}(?![\p{L}\p{N}])(?!\s+(?:with|in|for|on|about|of)\b))|;\s+`, "iu");
const imperative = /^(?:please\s+)?(?:compare|list|explain|describe|find|show|tell|summari[sz]e|give|name|outline|check|write|plan|investigate|research|how|what|which|why)\b/i;
const goesThroughItems = /^\s*for\s+(?:each|every|all)\b/i;

/**
 * The things a question asks, one clause each: its sentences that ask or tell to do something, cut where a new
 * question word begins. What only tells the background is left to the question as a whole.
 */
export function splitClauses(question: string): string[] {
  const sentences = question.split(sentenceEnd).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const sentencesThatAsk = sentences.filter((sentence) => /[?？]["')\s]*$/.test(sentence) || imperative.test(withoutPoliteness(sentence)));
  const chosen = sentencesThatAsk.length > 0 ? sentencesThatAsk : sentences.slice(0, 1);
  const pieces = chosen.flatMap((sentence) => (goesThroughItems.test(sentence) ? [sentence] : piecesOf(sentence))).map((piece) => withoutPoliteness(piece.trim()));
  const clauses = [...new Set(withoutLoneWords(pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece))))];
  if (sentences.length > sentencesThatAsk.length && leanOnBackground(clauses)) return [question.replaceAll(/\s+/g, " ").trim()];
  if (clauses.length <= maxClauses) return clauses;
  return [...clauses.slice(0, maxClauses - 1), clauses.slice(maxClauses - 1).join(" ")];
}

/** Fewer words than this say nothing without what was told before. */
const fewestWords = 3;

/** "Why, and what can we do?" and "What happens to them in winter?" ask about what the sentences before them tell. */
function leanOnBackground(clauses: readonly string[]): boolean {
  const [first = "", ...others] = clauses;
  return contentWords(clauses.join(" ")).length < fewestWords || (others.length === 0 && /\b(?:it|they|them|this|that|these|those)\b/i.test(first));
}

function piecesOf(sentence: string): string[] {
  // "When it rains, how …" is one question; "When does it rain, how …" is two.
  return sentence.split(innerStart).flatMap((piece) => (asking.test(withoutPoliteness(piece)) ? piece.split(enumeratedStart) : [piece]));
}

const refersBack = /\b(?:each|every one|all|both|any|none) of (?:them|these|those)\b/i;

/** "… and why?" and "… what does each of them do?" ask about what was said before, so they stay there. */
function withoutLoneWords(pieces: readonly string[]): string[] {
  const clauses: string[] = [];
  for (const piece of pieces) {
    const last = clauses.at(-1);
    if (last !== undefined && (contentWords(piece).length === 0 || refersBack.test(piece))) clauses[clauses.length - 1] = `${last.replace(/[?.!]+$/, "")}, ${piece}`;
    else clauses.push(piece);
  }
  return clauses;
}
