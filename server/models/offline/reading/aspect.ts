import type { RequestPartOf } from "../../../../core/run/request-part.ts";
import { asksAmount, countedNoun } from "./asked-detail.ts";
import { readShape, type Shape } from "../question/shape.ts";
import { splitClauses } from "../question/split-clauses.ts";
import { specificity } from "../question/specificity.ts";
import { isComparative, stem, stemsOf } from "../question/stem.ts";
import { isStopWord, namesIn, sayingWords } from "../question/words.ts";

/** One thing that a worker looks for. */
export interface Aspect {
  /** As somebody wrote it. */
  text: string;
  /** The clause of the question that it is a side of: how much faster one thing is than another, where it is one of them; itself otherwise. */
  clause: string;
  /** Ids of the requirements that it answers. */
  answers: string[];
  kind: Shape["kind"];
  /** Whether a number is wanted. */
  asksQuantity: boolean;
  /** Whether nothing but a number can answer. */
  asksNumber: boolean;
  /** Stem of what is counted, paid for or done: an answer has to be about it. */
  demanded: string | null;
  /** Stems that an answer has to hold, most of them. */
  focus: string[];
  /** What is put between quotation marks, a message say: where it stands, the answer is near. */
  phrases: string[];
  /** Stems of the question's names, of which an answer holds one, itself or above it; empty when the aspect has its own. */
  names: string[];
  /** What is named by a word that says nothing anywhere else ("the for loop"): a page or section of that name has to be there. */
  title: string | null;
  /** Stems of every name in the question: when one of them is nowhere in the documents, they can't hold the answer. */
  asked: string[];
  /** Names of three words or more with hyphens between, the hyphens as spaces: documents that say one nowhere don't know it. */
  compounds: string[];
  /** How many words ask for it: of the whole question where nothing else is asked in it, else those of its own clause. */
  askedWords: number;
  /** Stems of the whole question, when this is a part of it that somebody wrote down: pages named after them are its home. Empty otherwise. */
  subject: string[];
  /** Whether it is asked of one item of a list. */
  isItem: boolean;
  /** Stems of the whole question, which make an answer better. */
  around: string[];
  /** Stems of the instructions, which decide between answers. */
  hints: string[];
}

/** Verbs with which anything is asked for; what is asked about stands beside them. */
export const askingStems: ReadonlySet<string> = new Set("work mean happen want try find look tell explain describe list name compare say give document quote exact word answer question part many much take go come actually exactly passage documentation docs evidence source page section say there item nothing else leave seem minor given each once difference rather instead may might far".split(" ").map(stem));

const quantity = /\bhow (?:many|much|long|large|big|often|old|fast)\b|\b(?:number of|size|maximum|minimum|default|limits?|which version|what version)\b/i;
const replacement = /\btakes? the place\b|\breplac|\binstead of\b|\bsubstitut|\bequivalent\b|\bsuccessor\b/i;
const calledThing = /\bthe\s+[`"']?([\w.]+)[`"']?\s+(?:function|hook|method|component|option|property|prop|file|directive|command|flag|keyword)\b/i;
/** What stands for something that was said before. */
const pronoun = /\b(?:it|this|that|they|them|these|those)\b/i;

/** A part of a question that has fewer words of its own can't be told from others by them. */
const fewestOwn = 2;

/** From this share of its words on, a phrase was cut out of a clause. */
const sameClause = 0.6;

/** What stands in quotation marks. */
export const quoted = /["“]([^"“”]{3,300})["”]/g;

/** What a worker is to look for, as its assignment, its requirements, its item and the question say. */
export function aspectsOf(
  assignment: RequestPartOf<"assignment">,
  { question, requirements }: Pick<RequestPartOf<"brief">, "question" | "requirements">,
  item: string | null,
): Aspect[] {
  const hints = focusOf(`${assignment.title} ${assignment.instructions.replaceAll(quoted, " ")}`);
  const whole = question ?? "";
  const asked = focusOf(whole);
  const clauses = splitClauses(whole).map((text) => ({ text, isDivided: readShape(text).kind === "comparison", stems: new Set(focusOf(text)) }));
  const asking = clauses.map(({ text }) => text).join(" ");
  const wordsAsking = (own: readonly string[]) => {
    const around = clauses.length < 2 ? asked : clauses.flatMap(({ stems }) => (shareIn(stems, own) > sameClause ? [...stems] : []));
    return new Set([...own, ...(shareIn(new Set(asked), own) > sameClause ? around : [])]).size;
  };
  const aspect = (text: string, answers: string[], clause = text): Aspect => {
    const own = focusOf(item ?? text);
    // "What is kept" alone is about anything.
    if (item === null && answers.length > 0 && own.length < fewestOwn) own.push(...asked);
    if (item === null && answers.length === 0 && pronoun.test(text) && own.length < 4) own.push(...asked);
    // "limits after the move" alone is about anything: the names in the question say of what.
    const names = namesIn(text).length > 0 || text === whole ? [] : namesIn(whole).map((name) => stemsOf(name)[0] ?? name);
    const kind = replacement.test(withoutCode(text)) ? "change" : readShape(text).kind;
    const called = (calledThing.exec(text) ?? calledThing.exec(whole))?.[1] ?? "";
    const title = isStopWord(called) ? called.toLowerCase() : null;
    return { text, clause, answers, askedWords: wordsAsking(own), kind, title, asksQuantity: quantity.test(text), asksNumber: asksAmount(text), focus: [...new Set(own)], demanded: demandedIn(text), phrases: [...(answers.length > 0 ? text : whole).matchAll(quoted)].map(([, phrase = ""]) => phrase.toLowerCase()), names, asked: namesIn(asking).map((name) => stemsOf(name)[0] ?? name), compounds: compoundsIn(asking), subject: answers.length > 0 ? asked : [], isItem: item !== null, around: item !== null ? focusOf(`${whole} ${text}`) : answers.length > 0 ? focusOf(clausesAbout(text, whole)) : asked, hints };
  };
  if (item !== null) return [aspect(item, requirements.map(({ id }) => id))];
  if (requirements.length > 0) return requirements.map(({ id, text }) => aspect(text, [id]));
  const questionStems = new Set(asked);
  const phrases = [...assignment.instructions.matchAll(quoted)].map(([, phrase = ""]) => phrase).filter((phrase) => {
    const stems = focusOf(phrase);
    return stems.length > 0 && stems.filter((one) => questionStems.has(one)).length / stems.length > 0.6;
  });
  // A phrase cut out of a clause says less than the clause, unless it is one side of several.
  const clauseByText = new Map(
    longest(phrases).map((phrase): [string, string] => {
      const stems = focusOf(phrase);
      const holding = clauses.filter((one) => shareIn(one.stems, stems) > sameClause);
      const undivided = holding.find(({ isDivided }) => !isDivided)?.text;
      return undivided === undefined ? [phrase, holding[0]?.text ?? phrase] : [undivided, undivided];
    }),
  );
  const pairs = phrases.length > 0 ? [...clauseByText] : clauses.map(({ text }): [string, string] => [text, text]);
  return (pairs.length === 0 ? [[assignment.instructions, assignment.instructions] as const] : pairs).map(([text, clause]) => aspect(text, [], clause));
}

function shareIn(held: ReadonlySet<string>, stems: readonly string[]): number {
  return stems.filter((one) => held.has(one)).length / Math.max(1, stems.length);
}

/** Those clauses of a question that a part of it is about; all when none says its words. */
function clausesAbout(text: string, question: string): string {
  const own = new Set(focusOf(text));
  const clauses = splitClauses(question);
  const shared = clauses.map((clause) => focusOf(clause).filter((one) => own.has(one)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? question : clauses.filter((_, index) => shared[index] === most).join(" ");
}

/** A text without what is written like code: `list.replace` replaces nothing. */
function withoutCode(text: string): string {
  return text.replaceAll(/[\p{L}\p{N}_]+[._][\p{L}\p{N}_.]+/gu, " ");
}

const paid = /\b(?:cost|price|fee)s?\b/i;

const whichThing = /\b(?:[Ww]hich|[Ww]hat)\s+(?:\p{Lu}[\p{L}\p{N}.]+\s+)?(\p{Ll}+)/u;
/** "Which way" and "what kind" demand nothing. */
const isTerm = (word: string) => specificity(stem(word)) > 0.9;
const whoDid = /^who\s+(?:(?:at|in|on|of|from)\s+\S+\s+)?(?:(?:can|could|do|does|did|must|should|will|would)\s+(?:i|we|you|they)\s+)?(\p{L}+)/iu;

/** What two things are measured by: "is oak heavier than pine", "which one is heavier, oak or pine". */
const measured = /\b(?:is|are|was|were|which|what|who)\b[^?!]*?\b(\p{Ll}{2,}er)\b(?=[^?!]*\b(?:than|or)\b)/iu;

/** What has to be told of: lamps in "how many lamps", the cost in "what does it cost", writing in "who wrote it". */
function demandedIn(text: string): string | null {
  const thing = whichThing.exec(text)?.[1];
  const compared = isComparative(measured.exec(text)?.[1] ?? "") ? measured.exec(text)?.[1] : undefined;
  const word = compared ?? countedNoun.exec(text)?.[1] ?? (thing !== undefined && isTerm(thing) ? thing : undefined) ?? paid.exec(text)?.[0] ?? whoDid.exec(text)?.[1];
  return word === undefined || isStopWord(word) ? null : stem(word);
}

const compound = /(?<![\p{L}\p{N}_-])\p{Ll}[\p{L}\p{N}]*(?:-\p{Ll}[\p{L}\p{N}]*){2,}(?![\p{L}\p{N}_-])/gu;

/** Neither "end-to-end" nor "up-to-date" names something. */
function compoundsIn(text: string): string[] {
  return (text.match(compound) ?? []).map((name) => name.split("-")).filter((words) => !words.some(isStopWord)).map((words) => words.join(" ").toLowerCase());
}

/** Phrases, without those that stand inside another. */
function longest(phrases: readonly string[]): string[] {
  return [...new Set(phrases)].filter((phrase) => !phrases.some((other) => other.length > phrase.length && other.includes(phrase)));
}

/** Stems of the words that say what a text is about. */
export function focusOf(text: string): string[] {
  const stems = sayingWords(text).map(stem).filter((one) => !askingStems.has(one));
  return [...new Set(stems)];
}
