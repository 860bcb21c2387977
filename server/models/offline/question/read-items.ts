import { cleanPhrase, contentWords, isStopWord } from "./words.ts";

const maxWordsOfNoun = 5;

/** Not every "every" asks for a list ("does it run on every request?"): one that goes through things, or one after an order. */
const patterns: readonly RegExp[] = [
  /\bfor\s+(?:each|every|all)\s+(?:one\s+)?(?:of\s+)?(?:the\s+|its\s+|their\s+|those\s+)?(?<noun>.+)/i,
  /\beach\s+of\s+(?:the\s+|its\s+|their\s+|those\s+)?(?<noun>.+)/i,
  /^(?:what|which)\b.*?\b(?:each|every)\s+(?<noun>.+)/i,
  /^(?:list|find|name|enumerate|give|show|collect|summari[sz]e|describe|explain|document|identify|check|review|audit|go through|outline)\b.*?\b(?:each|every|all)\s+(?:of\s+)?(?:the\s+|its\s+|their\s+|those\s+)?(?<noun>.+)/i,
  /^(?:list|enumerate|name)\s+(?:of\s+)?(?:the\s+)?(?<noun>.+)/i,
  /^(?:what|which)\s+(?<noun>\S+(?:\s+\S+){0,3}?)\s+(?:are\s+there|exist|are\s+(?:available|supported|provided|offered|documented)|does\s.+\s(?:support|offer|provide|have))\b/i,
  /^what\s+are\s+(?:all\s+)?the\s+(?:different\s+|possible\s+|available\s+|supported\s+)(?<noun>.+)/i,
];

/** Where the name of what is listed ends: "options that …", "errors in …". */
const nounEnd = /[,;:?!.()]|\s(?:that|which|who|what|how|when|where|why|is|are|was|were|do|does|can|could|should|will|must|may|has|have|in|on|of|for|from|with|to|by|at|as|and|or|support(?:s|ed)?|offer(?:s|ed)?|work(?:s|ed)?|need(?:s|ed)?|affect(?:s|ed)?)\b/i;

/** Reads what is to be gone through one by one; null for a clause that asks for no list. */
export function readItems(clause: string): { kind: "items"; noun: string } | null {
  for (const pattern of patterns) {
    const found = pattern.exec(clause)?.groups?.["noun"];
    if (found === undefined) continue;
    const [head = ""] = found.split(nounEnd, 1);
    const noun = cleanPhrase(head.split(" ").slice(0, maxWordsOfNoun).join(" "), 40);
    const [first = ""] = noun.split(" ", 1);
    if (contentWords(noun).length > 0 && !isStopWord(first)) return { kind: "items", noun };
  }
  return null;
}
