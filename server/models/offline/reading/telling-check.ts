import { splitClauses } from "../question/split-clauses.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import type { Knowledge } from "./search-knowledge.ts";
import { withoutSideClauses } from "./side-clause.ts";
import { holdsAlike, none, presenceOf, type Places } from "./word-places.ts";

/** In a question of more words, some of them tell only how it came to be asked. */
export const mostWithAll = 8;
/** In one of fewer words, what stands only near an answer says nothing. */
export const fewestNear = 5;

/** From here on, a word tells what is asked: where it is missing, something else is told of. */
const leastTelling = 2;
/** Where this many of them are told of, one may be put otherwise. */
const enoughOthers = 3;
/** From here on, a word says something: one of several alone is chance. */
const leastSaying = 0.8;
/** From here on, a name doesn't stand nearly everywhere: of several like it one is enough. */
const leastName = 1.5;

/**
 * Whether the words that tell what a short question asks are really there: a text that holds all others may be about something
 * else. Anything will do for a long question, and for a part of one: what the rest of the question says narrows it down.
 */
export function tellingCheck({ text, asked, focus, kind, verbs, isPart }: Aspect, rarity: Knowledge["rarity"]): (places: Places) => boolean {
  if (focus.length > mostWithAll || isPart) return () => true;
  const isBrief = focus.length < fewestNear;
  const telling = focus.filter((one) => rarity(one) >= leastTelling);
  const main = mainStems({ text, verbs }, telling);
  const saying = focus.filter((one) => rarity(one) >= leastSaying && !verbs.has(one) && (rarity(one) >= leastName || !asked.includes(one)));
  const names = asked.filter((name) => rarity(name) >= leastName);
  const others = focus.filter((one) => rarity(one) >= leastSaying && !verbs.has(one) && !asked.includes(one));
  return (places) => {
    const around = isBrief ? { ...places, near: none } : places;
    const missing = main.filter((one) => presenceOf(one, around) === 0).length;
    const named = telling.filter((one) => isNamedBy(one, places)).length;
    const said = saying.filter((one) => isNamedBy(one, places) || holdsAlike(one, places.own) || places.before.has(one)).length;
    return (
      (missing === 0 || (missing === 1 && named >= enoughOthers)) &&
      (saying.length < 2 || said > 1) &&
      // What only says the names may say anything of them.
      (others.length === 0 || others.some((one) => isNamedBy(one, places) || holdsAlike(one, places.own) || places.before.has(one))) &&
      // The reason for something stands where the thing itself is told of.
      (!isBrief || kind !== "cause" || named === telling.length) &&
      (names.length === 0 || names.some((name) => presenceOf(name, places) > 0))
    );
  };
}

/** Whether a word itself stands there or above. */
function isNamedBy(one: string, { own, heading, title, outer }: Places): boolean {
  return own.has(one) || heading.has(one) || title.has(one) || outer.has(one);
}

/** A version is told of by its number. */
const numbered = /\bversion (?=\d)/gi;

/** Those of the words that tell what is asked, without those of the circumstances unless the others tell nothing. */
function mainStems({ text, verbs }: Pick<Aspect, "text" | "verbs">, telling: readonly string[]): string[] {
  const stems = new Set(focusOf(withoutSideClauses(splitClauses(text).join(" ").replaceAll(numbered, ""))));
  const main = telling.filter((one) => stems.has(one));
  return main.length > 0 ? main : telling.filter((one) => !verbs.has(one));
}
