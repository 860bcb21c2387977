import { isPast } from "../question/stem.ts";
import type { Aspect } from "./aspect.ts";
import { asksAmount } from "./asked-detail.ts";
import type { Knowledge } from "./search-knowledge.ts";
import { mostWithAll, tellingCheck } from "./telling-check.ts";
import { nearness, presenceOf, type Places } from "./word-places.ts";

/** From here on, a name says what it is about. */
const leastNamed = 2.5;

/**
 * Whether what stands somewhere can be about what is asked, however many of the other words are there: it tells of what is
 * demanded, of what is named, and, in a short question, of the words that say much.
 */
export function subjectCheck(aspect: Aspect, rarity: Knowledge["rarity"]): (places: Places) => boolean {
  const { text, asked, demanded, focus, kind, verbs, isPart } = aspect;
  // What is asked of one part needn't name the others.
  const named = asked.filter((name) => rarity(name) >= leastNamed && (!isPart || focus.includes(name)));
  const things = focus.filter((one) => kind === "how-to" || !verbs.has(one));
  const [first] = focus.length <= mostWithAll ? things.toSorted((one, other) => rarity(other) - rarity(one)) : [];
  // An amount stands with what is counted: in the next sentence something else is. Near somebody's deed stands no answer to who did it, and in other words only what is done by anybody.
  const deed = /^who\s+(\p{L}+)/iu.exec(text)?.[1];
  const nearest = deed === undefined ? (asksAmount(text) ? nearness.title : nearness.before) : isPast(deed) ? nearness.own : nearness.alike;
  const tellsEnough = tellingCheck(aspect, rarity);
  return (places) => {
    const isHeld = (one: string) => presenceOf(one, places) > 0;
    return (demanded === null || presenceOf(demanded, places) >= nearest) && (first === undefined || isHeld(first)) && named.every(isHeld) && tellsEnough(places);
  };
}
