import fc from "fast-check";
import { expect, it } from "vitest";
import { answerOdds, partOdds, scoreOf } from "./answer-odds.ts";
import type { AnswerSigns } from "./answer-signs.ts";

const silent: AnswerSigns = { own: 0, near: 0, section: 0, headed: 0, told: 0, presence: 0, around: 0, hinted: 0, precision: 0, titlePrecision: 0, headingPrecision: 0, rank: 0, form: 0, demanded: 0, words: 6, weight: 15, missing: 0, named: 0, forms: 0 };
const full: AnswerSigns = { ...silent, own: 1, near: 1, section: 1, headed: 1, told: 1, presence: 1, around: 1, precision: 0.5, rank: 0.3, demanded: 1 };

it("puts a sentence that holds all that is asked before one that holds nothing, and answers with it only", () => {
  expect(scoreOf(full)).toBeGreaterThan(scoreOf(silent));
  expect(answerOdds(full, scoreOf(full))).toBeGreaterThan(3);
  expect(answerOdds(silent, scoreOf(silent))).toBeLessThan(1);
});

const missed = fc.nat({ max: 6 });

it("is the less sure the more telling words stand nowhere around", () => {
  fc.assert(fc.property(missed, missed, (one, other) => {
    expect(answerOdds({ ...full, missing: Math.max(one, other) }, 12)).toBeLessThanOrEqual(answerOdds({ ...full, missing: Math.min(one, other) }, 12));
  }));
});

it("is surer where a name stands as it is written than where it stands nowhere", () => {
  expect(answerOdds({ ...full, named: -1 }, 12)).toBeLessThan(answerOdds({ ...full, named: 1 }, 12));
});

it("lets a word be missing sooner where many ask", () => {
  const missing = { ...full, missing: 1, headed: 0.45 };
  expect(answerOdds({ ...missing, words: 4 }, 14)).toBeLessThan(answerOdds({ ...missing, words: 9 }, 14));
});

it("answers a part of a question the sooner the more of it is told, at once when all is", () => {
  expect([0, 0.5, 1].map((presence) => partOdds({ presence }) >= 1)).toEqual([false, true, true]);
  expect(partOdds({ presence: 1 })).toBeGreaterThan(4);
});
