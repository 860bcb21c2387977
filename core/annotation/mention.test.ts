import fc from "fast-check";
import { expect, test } from "vitest";
import { findMentions } from "./mention.ts";

const people = [
  { id: "1", name: "Ada" },
  { id: "2", name: "Ada Lovelace" },
  { id: "3", name: "Tomás Ferreira" },
  { id: "4", name: "ada" },
];
const named = (text: string) => findMentions(text, people).map(({ start, end, memberIds }) => [text.slice(start, end), ...memberIds]);

test("a whole name after an @ calls upon everybody of that name, the longer name first", () => {
  expect(named("@Ada Lovelace, look; (@tomás ferreira) too, and @ada.")).toEqual([["@Ada Lovelace", "2"], ["@tomás ferreira", "3"], ["@ada", "1", "4"]]);
});

test("part of a word, an address or a name without an @ calls upon nobody", () => {
  for (const text of ["@Adam", "mail me at x@ada", "Ada Lovelace", "@", "@@", "@Lovelace"]) expect([text, named(text)]).toEqual([text, []]);
});

test("whatever is written, mentions stand in order, apart from each other, and at an @", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("@", "Ada", " Lovelace", "Tomás Ferreira", " ", "x", "🙂")), (pieces) => {
      const text = pieces.join("");
      const mentions = findMentions(text, people);
      mentions.forEach(({ start, end }, index) => {
        expect(text[start]).toBe("@");
        expect(start).toBeGreaterThanOrEqual(mentions[index - 1]?.end ?? 0);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    }),
  );
});
