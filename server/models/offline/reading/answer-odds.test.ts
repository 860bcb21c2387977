import fc from "fast-check";
import { expect, it } from "vitest";
import { isLikelyAnswer, scoreOf } from "./answer-odds.ts";
import type { AnswerSigns } from "./answer-signs.ts";

const silent: AnswerSigns = { own: 0, near: 0, section: 0, headed: 0, told: 0, presence: 0, around: 0, hinted: 0, precision: 0, titlePrecision: 0, headingPrecision: 0, rank: 0, form: 0, demanded: 0, words: 6 };
const full: AnswerSigns = { ...silent, own: 1, near: 1, section: 1, headed: 1, told: 1, presence: 1, around: 1, precision: 0.5, rank: 0.3, demanded: 1 };
const share = fc.double({ min: 0, max: 1, noNaN: true });

it("puts a sentence that holds all that is asked before one that holds nothing, and answers with it only", () => {
  expect(scoreOf(full)).toBeGreaterThan(scoreOf(silent));
  expect(isLikelyAnswer(full, scoreOf(full))).toBe(true);
  expect(isLikelyAnswer(silent, scoreOf(silent))).toBe(false);
});

it("is the less sure the less of the question is told anywhere around", () => {
  fc.assert(fc.property(share, share, (one, other) => {
    const [less, more] = [Math.min(one, other), Math.max(one, other)];
    expect(Number(isLikelyAnswer({ ...full, told: more }, 10))).toBeGreaterThanOrEqual(Number(isLikelyAnswer({ ...full, told: less }, 10)));
  }));
});

it("lets a word be missing sooner where many ask", () => {
  const missing = { ...full, told: 0.55, presence: 0.5, headed: 0.45 };
  expect([4, 9].map((words) => isLikelyAnswer({ ...missing, words }, 14))).toEqual([false, true]);
});
