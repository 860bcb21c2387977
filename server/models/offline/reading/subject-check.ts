import type { Aspect } from "./aspect.ts";
import type { Knowledge } from "./search-knowledge.ts";
import { nearness, presenceOf, type Places } from "./word-places.ts";

/** From here on, a name says what it is about. */
const leastNamed = 2.5;
/** In a question of no more words, the rarest of them says what it is about. */
const mostWithFirst = 8;

/**
 * Whether what stands somewhere can be about what is asked, however many of the other words are there: it tells of what is
 * demanded, of what is named, and of the word that says most.
 */
export function subjectCheck({ text, asked, demanded, focus, kind, verbs }: Aspect, rarity: Knowledge["rarity"]): (places: Places) => boolean {
  const named = asked.filter((name) => rarity(name) >= leastNamed);
  const things = focus.filter((one) => kind === "how-to" || !verbs.has(one));
  const [first] = focus.length <= mostWithFirst ? things.toSorted((one, other) => rarity(other) - rarity(one)) : [];
  // Near somebody's deed stands no answer to who did it.
  const nearest = /^who\b/i.test(text) ? nearness.alike : nearness.before;
  return (places) =>
    (demanded === null || presenceOf(demanded, places) >= nearest) &&
    (first === undefined || presenceOf(first, places) > 0) &&
    named.every((name) => presenceOf(name, places) > 0);
}
