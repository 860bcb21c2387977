import { expect, test } from "vitest";
import { readKnowledge } from "./search-knowledge.ts";
import { contrastCheck, tellsOfSides } from "./told-sides.ts";

const tells = (question: string, ...sections: readonly [heading: string, text: string][]) => {
  const passages = sections.map(([heading, text], index) => ({ sourceId: `s${index}`, title: "On light", path: "a.md", heading, start: 0, end: text.length, text }));
  return tellsOfSides(readKnowledge([{ input: { query: "" }, value: { passages, counted: { passages: 10, words: [] } } }]), { clause: question });
};
const question = "How do lamps compare with lanterns?";

test("sides that one sentence speaks of, or that have a section each, can be compared", () => {
  expect(tells(question, ["Halls", "A lamp is lighter than a lantern."])).toBe(true);
  expect(tells(question, ["Lamps", "It burns oil."], ["Lanterns", "It burns gas."])).toBe(true);
});

test("a side that is only mentioned, or nowhere, can't be", () => {
  expect(tells(question, ["Lamps", "It burns oil."], ["Ships", "It has a lantern."])).toBe(false);
  expect(tells(question, ["Lamps", "It burns oil. Some have lanterns."])).toBe(false);
  expect(tells(question, ["Lamps", "It burns oil."])).toBe(false);
});

test("what compares nothing has no sides", () => {
  expect(tells("How do lamps burn?", ["Ships", "It sails."])).toBe(true);
});

test("a sentence that holds one against the other tells how they differ, in no other regard", () => {
  const { rarity } = readKnowledge([]);
  const contrasts = (clause: string, text: string) => contrastCheck({ rarity }, { clause })({ text });
  expect(contrasts("How do lamps differ from lanterns?", "Unlike a lamp, a lantern can be carried.")).toBe(true);
  expect(contrasts("How do lamps differ from lanterns?", "A lamp and a lantern are sold.")).toBe(false);
  expect(contrasts("How do lamps differ from lanterns?", "Lamps and lanterns are sold. Unlike a lamp, a candle can be carried.")).toBe(false);
  expect(contrasts("How do lamps differ from lanterns?", "Unlike a lamp, a candle can be carried.")).toBe(false);
  expect(contrasts("Are lamps cheaper than lanterns?", "Unlike a lamp, a lantern can be carried.")).toBe(false);
});
