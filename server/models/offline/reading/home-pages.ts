import { stemsOf } from "../question/stem.ts";
import { isAskedFor } from "./called-like.ts";
import { focusOf } from "./aspect.ts";
import type { Knowledge } from "./search-knowledge.ts";
import { holdsAlike, nearness } from "./word-places.ts";

const mostHomes = 2;
/** Of what a title says, so much has to be in the question; else the page is about something else, too. */
const leastAsked = 0.5;
/** How much a place in the searches counts beside the title: the first of one is a tenth. */
const perRank = 0.2;
/** A page that is named after so much less of the question is beside it. */
const asGood = 0.5;

/** Ids of the pages that are named after what a question is about, nearest first: where the parts of its answer stand. */
export function homePages({ units, rarity, sourceRankOf }: Pick<Knowledge, "units" | "rarity" | "sourceRankOf">, subject: readonly string[]): string[] {
  const asked = new Set(subject);
  const all = subject.reduce((sum, one) => sum + rarity(one), 0);
  if (all === 0) return [];
  const titles = new Map(units.map(({ sourceId, title }) => [sourceId, title]));
  const pages = [...titles].flatMap(([sourceId, title]) => {
    const named = focusOf(title);
    const share = named.filter((one) => isAskedFor(one, asked)).length / named.length;
    if (named.length === 0 || share < leastAsked) return [];
    const held = new Set(stemsOf(title));
    const covered = subject.reduce((sum, one) => sum + rarity(one) * (held.has(one) ? 1 : holdsAlike(one, held) ? nearness.alike : 0), 0) / all;
    return covered === 0 ? [] : [{ sourceId, score: share * covered + perRank * sourceRankOf(sourceId) }];
  });
  const best = Math.max(0, ...pages.map(({ score }) => score));
  return pages.filter(({ score }) => score >= best * asGood).toSorted((one, other) => other.score - one.score).slice(0, mostHomes).map(({ sourceId }) => sourceId);
}
