import { readChange } from "./read-change.ts";
import { readComparison } from "./read-comparison.ts";
import { readItems } from "./read-items.ts";
import { cleanPhrase } from "./words.ts";

/** How a clause asks, with the phrases that its answer divides along. */
export type Shape =
  | { kind: "comparison"; sides: string[]; regard: string | null }
  | { kind: "change"; before: string | null; after: string }
  | { kind: "items"; noun: string; subject: string }
  | { kind: "how-to"; subject: string }
  | { kind: "limits"; subject: string }
  | { kind: "cause"; subject: string }
  | { kind: "dispute"; subject: string }
  | { kind: "open"; subject: string };

/** How a clause asks stands near its beginning; patterns are not run over pages of text. */
const mostCharacters = 500;

const politeness = /^(?:(?:please|hi|hello|hey)[\s,!]+|(?:can|could|would) (?:you|someone|anybody) (?:please )?(?:help me (?:to )?|tell me |explain (?:to me )?|show me |find out )?|(?:i|we) (?:would like|want|need)(?: you)? to (?:know|understand|find out|learn|see)\b[\s,:]*|(?:tell|show) me\b[\s,:]*)+/i;

const limits =
  /\blimit(?:s|ations?|ed)?\b|\b(?:maximum|minimum|quotas?|restrict(?:ed|ions?)|constraints?|caveats?|drawbacks?|downsides?|disadvantages?|pitfalls?|unsupported|not supported|trade-?offs?)\b|\bgrenzen\b|\beinschränkungen\b|\blimites\b|\blímites\b/i;

const cues: readonly [Exclude<Shape["kind"], "comparison" | "change" | "items" | "open">, RegExp][] = [
  ["how-to", /\bhow\s+(?:do|can|could|should|would|must)\s+(?:i|we|you|one|people|a|the)\b|\bhow\s+to\b|^(?:steps?|guide|instructions?|ways?)\s+(?:to|for)\b|^(?:set ?up|configure|implement|add|enable|build|create|deploy|install|wie\s+(?:kann|muss|soll|richte|baue|mache|konfiguriere|installiere)|comment\s+(?:puis|faire|configurer|installer|utiliser)|cómo\s+(?:puedo|se|configurar|instalar|usar))\b/i],
  ["cause", /\bwhy\b|\breasons?\s+(?:for|why)\b|\bwhat\s+causes?\b|\bwarum\b|\bweshalb\b|\bpourquoi\b|\bpor qué\b/i],
  ["limits", limits],
  ["dispute", /^(?:is|are|was|were|does|do|did|can|could|should|will|would|has|have|must|may)\b(?!\s+you\b)|\b(?:dis)?agree\b|\bcontradict|\bconflict(?:s|ing)?\b|\binconsisten|\bis it true\b|\bwhether\b|^(?:ist|sind|kann|darf|muss|soll)\s/i],
];

const leadIn = new RegExp(
  String.raw`^(?:how\s+(?:do|can|could|should|would|must|does|is|are)\s+(?:i|we|you|one|people)?\b|how\s+to\b|why\s+(?:do|does|did|is|are|was|were|would|should)?\b|about\b|what(?:'s|\s+(?:is|are|does|do|about|were|was))?\b|which\b|when\b|where\b|who\b|explain\b|describe\b|summari[sz]e\b|outline\b|find\b|list\b|give\b|(?:is|are|was|were|does|do|did|can|could|should|will|would|has|have|must|may)\s+(?:i|we|you|it true that|there)?\b|steps?\s+(?:to|for)\b|the\s+(?:limits?|limitations?|restrictions?|constraints?|drawbacks?|caveats?|reasons?)\s+(?:of|on|for|in|to|why)\b|(?:limits?|limitations?|restrictions?|constraints?|drawbacks?|caveats?|reasons?)\s+(?:of|on|for|in|to|why)\b)\s*`,
  "i",
);

/** Recognises how a clause asks; whatever asks in no known way is open. */
export function readShape(clause: string): Shape {
  const text = clause.slice(0, mostCharacters).replaceAll(/\s+/g, " ").trim().replace(politeness, "");
  const divided = readComparison(text) ?? readChange(text);
  if (divided !== null) return divided;
  const subject = subjectOf(text);
  const items = readItems(text);
  if (items !== null && !limits.test(items.noun)) return { ...items, subject };
  const [kind = "open"] = cues.find(([, cue]) => cue.test(text)) ?? [];
  // Without its first words a why or a yes-or-no question is no longer one.
  return { kind, subject: kind === "cause" || kind === "dispute" ? cleanPhrase(text, 90) : subject };
}

/** What a clause is about: itself without the words it asks with. */
function subjectOf(text: string): string {
  let rest = text;
  for (let shorter = rest.replace(leadIn, ""); shorter !== rest && /[\p{L}\p{N}]/u.test(shorter); shorter = rest.replace(leadIn, "")) {
    rest = shorter;
  }
  const subject = cleanPhrase(rest);
  return subject === "" ? cleanPhrase(text) : subject;
}
