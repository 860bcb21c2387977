import { expect, test } from "vitest";
import { focusOf } from "./aspect.ts";
import { homePages } from "./home-pages.ts";
import { readKnowledge } from "./search-knowledge.ts";

const homes = (question: string, titles: readonly string[]) => {
  const passages = titles.map((title) => ({ sourceId: title, title, path: "a.md", heading: "", start: 0, end: 20, text: "It stands in a hall." }));
  const knowledge = readKnowledge([{ input: { query: "" }, value: { passages, counted: { passages: 10, words: [] } } }]);
  return homePages(knowledge, focusOf(question));
};

test("the pages named after what is asked come first", () => {
  expect(homes("How do oil lamps and gas lanterns burn in the rain?", ["Ships", "Gas lanterns", "Oil lamps", "Rain"])).toEqual(["Oil lamps", "Gas lanterns"]);
});

test("another word for the same names a page, too", () => {
  expect(homes("We move to oil lamps.", ["Migrating to oil lamps", "Wires"])).toEqual(["Migrating to oil lamps"]);
});

test("a page about something else beside it, and one that is named after far less, is none", () => {
  expect(homes("How do oil lamps burn?", ["Wires of lamps on old ships", "Halls"])).toEqual([]);
  expect(homes("How do oil lamps of brass burn in halls?", ["Oil lamps of brass", "Halls"])).toEqual(["Oil lamps of brass"]);
});

test("a question without a subject has none", () => {
  expect(homes("What is it?", ["Oil lamps"])).toEqual([]);
});
