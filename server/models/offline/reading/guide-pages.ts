import { stem, stemsOf } from "../question/stem.ts";
import { namesIn } from "../question/words.ts";
import { focusOf, type Aspect } from "./aspect.ts";
import { isAskedFor, isSameBeginning } from "./called-like.ts";
import { rare, type Knowledge } from "./search-knowledge.ts";
import { holdsAlike, nearness } from "./word-places.ts";

/** Words with which anything is done or written about; what it is done with names the page. */
const doing = new Set("add app application build create do guide handle implement introduction make manage overview project set setup start use work write".split(" ").map(stem));

/** Of what is to be done, so much is in the name of a page that is all about it, and of its name so much is asked for. */
const [leastCovered, leastAsked] = [0.5, 0.7] as const;
/** How much a place in the searches counts beside the name: the first of one is a tenth. */
const perRank = 0.2;

type Asked = Pick<Aspect, "text" | "kind" | "focus" | "around">;

/** Ids of the pages that are guides to what is asked how to do: named after all that is special in it, nearest first. */
export function guidePages({ units, rarity, sourceRankOf }: Pick<Knowledge, "units" | "rarity" | "sourceRankOf">, { text, kind, focus, around }: Asked): string[] {
  const names = namedIn(text);
  // A product that the documents name everywhere is what they are all about.
  const subject = subjectIn(focus).filter((one) => !(names.has(one) && rarity(one) <= rare));
  if (kind !== "how-to" || subject.length === 0) return [];
  const asked = new Set([...focus, ...around]);
  const shareOf = (stems: readonly string[], held: (one: string) => number) => stems.reduce((sum, one) => sum + rarity(one) * held(one), 0) / stems.reduce((sum, one) => sum + rarity(one), 0);
  const titles = new Map(units.map(({ sourceId, title }) => [sourceId, title]));
  const pages = [...titles].flatMap(([sourceId, title]) => {
    const titled = subjectIn(focusOf(title));
    const inTitle = (one: string) => (titled.some((other) => other === one || isSameBeginning(other, one)) ? 1 : holdsAlike(one, new Set(titled)) ? nearness.alike : 0);
    // A rare word makes a question narrower than a page that isn't named after it.
    if (titled.length === 0 || subject.some((one) => rarity(one) > rare && inTitle(one) === 0)) return [];
    const [covered, share] = [shareOf(subject, inTitle), shareOf(titled, (one) => Number(isAskedFor(one, asked)))];
    return covered < leastCovered || share < leastAsked ? [] : [{ sourceId, score: covered * share + perRank * sourceRankOf(sourceId) }];
  });
  return pages.toSorted((one, other) => other.score - one.score).map(({ sourceId }) => sourceId);
}

/** What a page that is a guide may be called; what a product is called stands in any of them. */
export function guideWords(words: readonly string[], question: string): string[] {
  const names = namedIn(question);
  return words.filter((word) => !doing.has(stem(word)) && !stemsOf(word).some((one) => names.has(one)));
}

function namedIn(text: string): ReadonlySet<string> {
  return new Set(namesIn(text).flatMap(stemsOf));
}

function subjectIn(stems: readonly string[]): string[] {
  return stems.filter((one) => !doing.has(one));
}
