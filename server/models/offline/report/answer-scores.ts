import { alikeStems } from "../question/alike-words.ts";
import { specificity } from "../question/specificity.ts";
import { stemsOf } from "../question/stem.ts";
import { focusOf } from "../reading/aspect.ts";
import type { MergedClaim } from "./merge-claims.ts";

/** Earlier places come first where two answer alike: whoever found them put the best first. */
const perPlace = 0.02;
/** What repeats a message that the question quotes is about it. */
const quotesPhrase = 0.3;

/** Below this share of the best, a claim is near the question and would only make the report longer. */
const relativeScore = 0.4;
/** Unless several found it who looked for different things, somebody put it first, or whoever found the best among the first: they read what stands around it. */
const mostTrusted = 3;

/** Claims, those that hold most of what was asked first; what holds far less is left out. */
export function answerScores(claims: readonly MergedClaim[], asked: readonly string[]): MergedClaim[] {
  const wanted = asked.map(focusOf).filter((stems) => stems.length > 0);
  const phrases = asked.flatMap((text) => [...text.matchAll(/["“]([^"“”]{3,300})["”]/g)]).map(([, phrase = ""]) => phrase.toLowerCase());
  const places = new Map<string, number>();
  const scored = claims.map((claim) => {
    const place = places.get(claim.foundBy) ?? 0;
    places.set(claim.foundBy, place + 1);
    const stems = new Set(stemsOf(claim.text));
    const held = wanted.map((words) => words.reduce((sum, one) => sum + specificity(one) * (stems.has(one) ? 1 : [...alikeStems(one)].some((other) => stems.has(other)) ? 0.7 : 0), 0) / words.reduce((sum, one) => sum + specificity(one), 0));
    return { claim, place, score: Math.max(0, ...held) + (phrases.some((phrase) => claim.text.toLowerCase().includes(phrase)) ? quotesPhrase : 0) + 0.05 * claim.from.length - perPlace * place };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const finder = scored.find(({ score }) => score === best)?.claim.foundBy;
  const isNear = ({ claim, place, score }: (typeof scored)[number]) => claim.answers.length > 0 || claim.from.length > 1 || place === 0 || score >= best * relativeScore || (claim.foundBy === finder && place < mostTrusted);
  return scored.filter(isNear).toSorted((one, other) => other.score - one.score).map(({ claim }) => claim);
}
