import { alikeWords } from "../question/alike-words.ts";
import { specificity } from "../question/specificity.ts";
import { stem } from "../question/stem.ts";
import { contentWords, namesIn } from "../question/words.ts";
import { askingStems, quoted, type Aspect } from "./aspect.ts";
import { guideWords } from "./guide-pages.ts";

/**
 * What to search for: what is asked as it is put, then with the names of the question, then with what the assignment adds,
 * then in other words for the same.
 */
export function queriesFor(aspects: readonly Aspect[], { question, assignment, most }: { question: string; assignment: string; most: number }): string[] {
  const wordsOf = (text: string) => contentWords(text).filter((word) => !askingStems.has(stem(word)));
  const own = aspects.map(({ text }) => wordsOf(text));
  const whole = wordsOf(question);
  const names = namesIn(question);
  const hints = wordsOf(assignment.replaceAll(quoted, " ")).slice(0, 4);
  const first = own[0] ?? whole;
  const about = aspects.some(({ subject }) => subject.length > 0) ? whole : first;
  const guided = aspects.some(({ kind }) => kind === "how-to") ? guideWords(first, question) : [];
  const all = [...own, guided, whole, tellingWords(about), ...own.map((words) => [...words, ...names]), [...first, ...hints], otherWords(first)];
  return [...new Set(all.map((words) => [...new Set(words)].join(" ").slice(0, 300)))].filter((query) => query !== "").slice(0, Math.max(most, own.length));
}

/** From here on, a word says what to look for. */
const telling = 0.5;

function tellingWords(words: readonly string[]): string[] {
  return words.filter((word) => specificity(stem(word)) >= telling);
}

const mostOthers = 2;

/** The same in words that others use for it, behind those that were given. */
export function otherWordsFor({ text, asksNumber }: Pick<Aspect, "text" | "asksNumber">): string[] {
  return [...otherWords(contentWords(text)), ...(asksNumber ? ["limit", "maximum", "default"] : [])];
}

function otherWords(words: readonly string[]): string[] {
  return words.flatMap((word) => [word, ...alikeWords(stem(word)).slice(0, mostOthers)]);
}
