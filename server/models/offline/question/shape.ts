import { readChange } from "./read-change.ts";
import { readComparison } from "./read-comparison.ts";
import { readItems } from "./read-items.ts";
import { withoutPoliteness } from "./politeness.ts";
import { cleanPhrase } from "./words.ts";

/** How a clause asks, with the phrases that its answer divides along. */
export type Shape =
  | { kind: "comparison"; sides: string[]; regard: string | null }
  | { kind: "change"; before: string | null; after: string }
  | { kind: "items"; noun: string; subject: string }
  | { kind: "how-to"; subject: string }
  | { kind: "limits"; subject: string }
  | { kind: "cause"; subject: string }
  /** `isYesNo` false: not whether something holds, but where statements differ. */
  | { kind: "dispute"; subject: string; isYesNo: boolean }
  | { kind: "open"; subject: string };

/** How a clause asks stands near its beginning; patterns are not run over pages of text. */
const mostCharacters = 500;

const limits =
  /\blimit(?:s|ations?|ed)?\b|\b(?:maximum|minimum|quotas?|restrict(?:ed|ions?)|constraints?|caveats?|drawbacks?|downsides?|disadvantages?|pitfalls?|unsupported|not supported|trade-?offs?)\b|\bgrenzen\b|\beinschränkungen\b|\blimites\b|\blímites\b/i;

const cues: readonly [Exclude<Shape["kind"], "comparison" | "change" | "items" | "open">, RegExp][] = [
  ["how-to", /\bhow\s+(?:do|can|could|should|would|must)\s+(?:i|we|you|one|people|a|the)\b|\bhow\s+to\b|^(?:steps?|guide|instructions?|ways?)\s+(?:to|for)\b|^(?:set ?up|configure|implement|add|enable|build|create|deploy|install|wie\s+(?:kann|muss|soll|richte|baue|mache|konfiguriere|installiere)|comment\s+(?:puis|faire|configurer|installer|utiliser)|cómo\s+(?:puedo|se|configurar|instalar|usar))\b/i],
  ["cause", /\bwhy\b|\breasons?\s+(?:for|why)\b|\bwhat\s+causes?\b|\bwarum\b|\bweshalb\b|\bpourquoi\b|\bpor qué\b/i],
  ["limits", limits],
  ["dispute", /^(?:is|are|was|were|does|do|did|can|could|should|will|would|has|have|must|may)\b(?!\s+you\b)|\b(?:dis)?agree\b|\bcontradict|\bconflict(?:s|ing)?\b|\binconsisten|\bis it true\b|\bwhether\b|^(?:ist|sind|kann|darf|muss|soll)\s/i],
];

const leadIn = new RegExp(
  String.raw`^(?:how\s+(?:do|can|could|should|would|must|does|is|are)\s+(?:i|we|you|one|people)?\b|how\s+to\b|why\s+(?:do|does|did|is|are|was|were|would|should)?\b|about\b|what(?:'s|\s+(?:is|are|does|do|about|were|was))?\b|which\b|when\b|where\b|who\b|whether\b|wie\s+\p{L}+\s+(?:ich|man|wir)\b|comment\s+(?:puis-je|peut-on|faire)\b|cómo\s+(?:puedo|se\s+puede)\b|(?:everything|anything|all)(?:\s+there\s+is)?(?:\s+to\s+know)?\s+(?:about|on)\b|explain\b|describe\b|summari[sz]e\b|outline\b|find\b|list\b|give\b|(?:is|are|was|were|does|do|did|can|could|should|will|would|has|have|must|may)\s+(?:i|we|you|it true that|there)?\b|steps?\s+(?:to|for)\b|the\s+(?:limits?|limitations?|restrictions?|constraints?|drawbacks?|caveats?|reasons?)\s+(?:of|on|for|in|to|why)\b|(?:limits?|limitations?|restrictions?|constraints?|drawbacks?|caveats?|reasons?)\s+(?:(?:are|is)\s+there\s+|exist\s+|apply\s+)?(?:of|on|for|in|to|why)\b)\s*`,
  "iu",
);

/** Recognises how a clause asks; whatever asks in no known way is open. */
export function readShape(clause: string): Shape {
  const text = withoutPoliteness(clause.slice(0, mostCharacters).replaceAll(/\s+/g, " ").trim());
  // "Why is one preferred to the other?" wants a reason and not what each of them is.
  const divided = (/^why\b/i.test(text) ? null : readComparison(text)) ?? readChange(text);
  if (divided !== null) return divided;
  const subject = subjectOf(text);
  const items = readItems(text);
  if (items !== null && !limits.test(items.noun)) return { ...items, subject };
  const [kind = "open"] = cues.find(([, cue]) => cue.test(text)) ?? [];
  if (kind === "dispute") return readDispute(text);
  // Without its first words a why is no longer one.
  return { kind, subject: kind === "cause" ? cleanPhrase(text, 90) : subject };
}

const aboutAgreement = /^.{0,60}?\b(?:(?:dis)?agree(?:ment)?s?|contradict(?:ions?|s)?|conflict(?:s|ing)?|inconsisten\w*)\b(?:\s+(?:each other|themselves|with each other|there))?(?:\s+(?:on|about|over|regarding|in|concerning))?\s*/i;

/** What may hold or not; of a question about agreement, what the agreement is on. */
function readDispute(text: string): Shape {
  const rest = text.replace(aboutAgreement, "");
  const on = cleanPhrase(rest.replace(/^(?:whether|if|that)\b\s*/i, ""), 90);
  if (rest === text || on === "") return { kind: "dispute", subject: cleanPhrase(text, 90), isYesNo: !/^(?:what|where|which|how|who)\b/i.test(text) };
  return { kind: "dispute", subject: on, isYesNo: /^(?:whether|if|that)\b/i.test(rest) };
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
