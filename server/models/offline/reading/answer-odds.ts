import type { AnswerSigns } from "./answer-signs.ts";

type Weights = Partial<Record<keyof AnswerSigns, number>>;

/** What each sign adds to the logarithm of a unit's odds to be the answer; fitted, see `answer-odds.decision.md`. */
const scoreWeights: Weights = {
  own: -1.35, near: 2.6, section: -2.85, headed: 4.25, told: 1.7, presence: 5.5, around: 3, hinted: 1, precision: 1.9, titlePrecision: 1.1, headingPrecision: 0.3, rank: 4.3, form: 3.8,
};

/** What adds to the logarithm of the odds that the documents answer at all, read from the best unit; fitted likewise. */
const answerWeights: Weights = { words: 0.45, weight: 0.052, headed: 1.85, headingPrecision: 0.36, missing: -0.52, named: 1.43, forms: 0.43 };
const perScore = 0.33;
const unlikely = -7.66;

export function scoreOf(signs: AnswerSigns): number {
  return sumOf(scoreWeights, signs);
}

/** The odds that documents answer whose best unit has these signs and this score: 1 for as likely as not. */
export function answerOdds(signs: AnswerSigns, score: number): number {
  return Math.exp(sumOf(answerWeights, signs) + perScore * score + unlikely);
}

/** Fitted to parts of questions that somebody wrote down in few words, on pages that are about the whole question. */
const [perPresence, unlikelyPart] = [6.3, -2.4] as const;

/** The same odds for a part of a question, on a page that is about the question. */
export function partOdds({ presence }: Pick<AnswerSigns, "presence">): number {
  return Math.exp(perPresence * presence + unlikelyPart);
}

function sumOf(weights: Weights, signs: AnswerSigns): number {
  return (Object.keys(signs) as (keyof AnswerSigns)[]).reduce((sum, sign) => sum + (weights[sign] ?? 0) * signs[sign], 0);
}
