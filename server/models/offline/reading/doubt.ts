import { withoutPoliteness } from "../question/politeness.ts";
import { isComparative, stem, stemsOf } from "../question/stem.ts";
import { sayingWords } from "../question/words.ts";
import type { Aspect } from "./aspect.ts";
import { tellsGround } from "./asked-detail.ts";
import type { FoundUnit } from "./search-knowledge.ts";
import { tellsWhatToDo } from "./tells-what-to-do.ts";
import { holdsAlike } from "./word-places.ts";

type Given = Pick<FoundUnit, "text" | "title" | "headings">;

const auxiliary = String.raw`(?:am|are|can|could|did|do|does|had|has|have|is|may|must|shall|should|was|were|will|won|would)(?:n?['’]t|not)?`;
const questionWord = /\b(?:how|what|when|where|which|who|whom|whose|why)\b/i;
const startsWhether = new RegExp(String.raw`^${auxiliary}\s`, "i");
/** Where a clause may begin behind what only sets the scene. */
const inner = /[,;:]\s+|\s[-–—]\s+|(?<=[.?!])\s+/;

/** Why something isn't so is told by what says that it isn't. */
const denied = /n['’]t\b|\b(?:cannot|never|no|not)\b/i;
const denies = /n['’]t\b|\b(?:cannot|discard\w*|fail\w*|ignor\w*|never|no|none|not|only|unsupported|without)\b/i;

/** Ways of asking to which words that stand there don't answer by standing there, and when they do all the same. */
const ways: readonly { asks(question: string): boolean; isSettledBy(given: Given, question: string): boolean; what: string }[] = [
  { asks: (question) => /^(?:and |but )?(?:who|whom|whose)\b/i.test(question), isSettledBy: () => false, what: "Whether this names who is asked for" },
  { asks: (question) => /\b(?:when|which|what)\b.*\bwill\b/i.test(question), isSettledBy: () => false, what: "Whether this tells what will be" },
  { asks: asksWhichIsMore, isSettledBy: (given, question) => saysMore(given.text, question) && saysItAll(given, question), what: "Whether this decides between them" },
  { asks: (question) => /\bwhy\b|\bhow come\b|\breasons? (?:for|why)\b/i.test(question), isSettledBy: (given, question) => tellsGround(given.text) && (!denied.test(question) || denies.test(given.text)) && saysItAll(given, question, 0), what: "Whether this is the reason" },
  { asks: asksWhether, isSettledBy: saysItAll, what: "Whether this says yes or no" },
];

/** What tells much of a thing tells nothing yet of how to do something with it. */
const how: (typeof ways)[number] = {
  asks: (question) => /\bhow (?:can|could|do|must|should|would) (?:i|we|you|one)\b/i.test(question),
  isSettledBy: ({ text }) => tellsWhatToDo(text),
  what: "Whether this tells how to do it",
};

/**
 * Why units that were found may not answer, as a sentence; empty where they do. Comparing words finds what a text tells of
 * something: whether that means yes, or why, or that one is more than another, it finds only where it is said in the words of the question.
 * @param isGuide steps were found, or a page that is a guide to it.
 */
export function doubtOf({ text, clause, isItem }: Pick<Aspect, "text" | "clause" | "isItem">, { isSure, isGuide, units }: { isSure: boolean; isGuide: boolean; units: readonly Given[] }): string {
  const unlikely = isSure ? "" : "Too little of what was asked stands near this to tell by comparing words.";
  if (isItem) return unlikely;
  const asked = [...new Set([clause, text])].map((one) => withoutPoliteness(one.replaceAll(/\s+/g, " ").trim()));
  const way = (isSure && !isGuide ? [...ways, how] : ways).find(({ asks }) => asked.some(asks));
  if (way === undefined || units.slice(0, mostAsked).some((given) => asked.some((question) => way.asks(question) && way.isSettledBy(given, question)))) return unlikely;
  return `${way.what} can't be told by comparing words.`;
}

/** Among so many of the first one has to settle it. */
const mostAsked = 3;

function asksWhether(question: string): boolean {
  if (/\bwhether\b/i.test(question)) return true;
  const clauses = question.split(inner);
  const at = clauses.findIndex((clause) => startsWhether.test(clause));
  return at >= 0 && !clauses.slice(0, at).some((clause) => questionWord.test(clause) && !/^(?:when|where|if|since|after|before|while)\b/i.test(clause));
}

const more = /\b(?:better|worse|best|worst|sooner|fewer|less|(?:more|most|least) \p{L}+)\b/giu;

function comparativesIn(text: string): string[] {
  return [...(text.match(more) ?? []), ...text.split(/[^\p{L}]+/u).filter(isComparative)].map((one) => one.toLowerCase());
}

function asksWhichIsMore(question: string): boolean {
  return comparativesIn(question).length > 0 && /\b(?:or|than|which|who|compared)\b/i.test(question);
}

/** Whether a text says "more" as the question does. */
function saysMore(text: string, question: string): boolean {
  const said = comparativesIn(text);
  return comparativesIn(question).every((one) => said.includes(one));
}

const sentenceEnd = /[.;!?]\s+/;
/** With them it is asked for anything: "does it still work". */
const asking = new Set("able actually allow already also even happen possible really still support way work".split(" ").map(stem));

function wordsIn(question: string): string[] {
  return [...new Set(sayingWords(question).map(stem))].filter((one) => !asking.has(one));
}

/** Fewer words are about anything that has to do with it. */
const fewestAsked = 3;
/** So many of the words may stand in its headings alone. */
const mostAbove = 1;

/** Whether one sentence or item of a text and its headings hold every word of the question, nearly all of them the sentence itself. */
function saysItAll({ text, title, headings }: Given, question: string, most = mostAbove): boolean {
  const asked = wordsIn(question);
  const above = new Set(stemsOf(`${title} ${headings.join(" ")}`));
  const notIn = (held: ReadonlySet<string>, stems: readonly string[]) => stems.filter((one) => !held.has(one) && !holdsAlike(one, held));
  return (
    asked.length >= fewestAsked &&
    text.split(sentenceEnd).some((sentence) => {
      const elsewhere = notIn(new Set(stemsOf(sentence)), asked);
      return elsewhere.length <= most && notIn(above, elsewhere).length === 0;
    })
  );
}
