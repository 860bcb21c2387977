import type { Aspect } from "./aspect.ts";
import type { Knowledge } from "./search-knowledge.ts";
import { nearness, presenceOf, type Places } from "./word-places.ts";

/** From here on, a name tells of what a page has to speak. */
const leastNamed = 2.5;
/** In a question of no more words, the rarest of them says what it is about. */
const mostWithFirst = 6;

/**
 * Whether what stands somewhere can be about what is asked, however many of the other words are there: it tells of what is
 * demanded and of the word that says most, and its page of what is named.
 */
export function subjectCheck({ asked, demanded, focus, kind, verbs }: Aspect, rarity: Knowledge["rarity"]): (places: Places, page: ReadonlySet<string>) => boolean {
  const named = asked.filter((name) => rarity(name) >= leastNamed);
  const things = focus.filter((one) => kind === "how-to" || !verbs.has(one));
  const [first] = focus.length <= mostWithFirst ? things.toSorted((one, other) => rarity(other) - rarity(one)) : [];
  return (places, page) =>
    (demanded === null || presenceOf(demanded, places) >= nearness.before) &&
    (first === undefined || presenceOf(first, places) > 0) &&
    named.every((name) => presenceOf(name, { ...places, near: page }) > 0);
}
