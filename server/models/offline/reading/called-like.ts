import { focusOf, type Aspect } from "./aspect.ts";
import type { FoundUnit } from "./search-knowledge.ts";
import { holdsAlike } from "./word-places.ts";

/** Whether all that a page's title says is asked for. */
export function isCalledLike({ title }: Pick<FoundUnit, "title">, { focus, around }: Pick<Aspect, "focus" | "around">): boolean {
  const stems = focusOf(title.replace(/^how to\b/i, ""));
  const asked = new Set([...focus, ...around]);
  return stems.length > 1 && stems.every((one) => isAskedFor(one, asked));
}

/** Whether a word of a title is among what is asked for, itself or another for the same. */
export function isAskedFor(one: string, asked: ReadonlySet<string>): boolean {
  return asked.has(one) || holdsAlike(one, asked) || [...asked].some((other) => isSameBeginning(one, other));
}

const fewestLetters = 4;

/** "Chatbot" is about chats, "lampshade" about lamps; "optimization" begins like "optimize". */
export function isSameBeginning(word: string, asked: string): boolean {
  return (asked.length >= fewestLetters && word.startsWith(asked)) || (word.length > fewestLetters && asked.startsWith(word));
}
