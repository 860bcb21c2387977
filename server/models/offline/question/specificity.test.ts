import fc from "fast-check";
import { expect, it } from "vitest";
import { specificity } from "./specificity.ts";
import { stem } from "./stem.ts";

const specificityOf = (word: string) => specificity(stem(word));

it("tells terms and names from words of everyday talk", () => {
  for (const word of ["metadata", "sendMessage", "infrastructure", "crawlers"]) expect(specificityOf(word)).toBeGreaterThan(0.9);
  for (const word of ["everything", "first", "keeps", "old"]) expect(specificityOf(word)).toBeLessThan(0.3);
  expect(specificityOf("page")).toBeGreaterThan(specificityOf("place"));
});

it("is never nothing and never more than one, whatever the word", () => {
  fc.assert(fc.property(fc.string(), (word) => specificityOf(word) >= 0.15 && specificityOf(word) <= 1));
});
