import fc from "fast-check";
import { expect, test } from "vitest";
import { findRange, rangeOf } from "./text-range.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "é", "🙂"), maxLength: 120 });
const cut = (whole: string, one: number, other: number) => ({ start: Math.min(one, other) % (whole.length + 1), end: Math.max(one, other) % (whole.length + 1) });

test("words are found where they stand, however often they are repeated", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
      const { start, end } = cut(whole, one, other);
      fc.pre(end > start);
      expect(findRange(whole, rangeOf(whole, { start, end }))).toEqual({ start, end });
    }),
  );
});

test("words are followed when something is written or taken away before and after them", () => {
  fc.assert(
    fc.property(text, text, text, text, (before, after, newBefore, newAfter) => {
      const words = "zz";
      const range = rangeOf(before + words + after, { start: before.length, end: before.length + 2 });
      expect(findRange(newBefore + words + newAfter, range)).toEqual({ start: newBefore.length, end: newBefore.length + 2 });
    }),
  );
});

test("words that were changed are nowhere", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const range = rangeOf(`${before}zz${after}`, { start: before.length, end: before.length + 2 });
      expect(findRange(before + after, range)).toBeNull();
    }),
  );
});

test("of equal words those with the same neighbours are meant, also when they stand elsewhere now", () => {
  const range = rangeOf("Read it once. Check it twice.", { start: 20, end: 22 });
  expect(findRange("Check it twice. Read it once. Take it.", range)).toEqual({ start: 6, end: 8 });
});
