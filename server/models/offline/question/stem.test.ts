import fc from "fast-check";
import { expect, it } from "vitest";
import { isComparative, stem } from "./stem.ts";

it("is the same of all forms of a word, also of those that no ending gives away", () => {
  for (const forms of [["show", "shows", "shown", "showing", "showed"], ["build", "built", "building"], ["low", "lower", "lowest"], ["large", "larger"], ["retry", "retries", "retried"]]) {
    expect(new Set(forms.map(stem)).size).toBe(1);
  }
});

it("keeps words apart that only look like a comparison", () => {
  for (const [one, other] of [["user", "use"], ["order", "ord"], ["server", "serve"]] as const) expect(stem(one)).not.toBe(stem(other));
});

it("says which adjectives compare", () => {
  expect(["faster", "quicker", "order", "fast", "fastest"].filter(isComparative)).toEqual(["faster", "quicker"]);
});

it("is found for any word, and is no longer than the word but for an irregular one", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (word) => stem(word).length <= Math.max(word.toLowerCase().length, 10)));
});
