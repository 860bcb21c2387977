import { expect, it } from "vitest";
import { aspectsOf } from "./aspect.ts";
import { guideFor } from "./guide.ts";
import { readKnowledge } from "./search-knowledge.ts";

const sections = ["Filling", "Lighting", "Learn more", "Putting out"].map((name) => `## ${name}\n\nYou are ${name.toLowerCase()} it by hand. It is easy.\n\n### Detail\n\nMind the glass of it.\n`).join("\n");
const beginnings = (question: string, title: string, text = sections) => {
  const page = `# ${title}\n\nWhat this page is about.\n\n${text}`;
  const passages = [{ sourceId: "s1", title, path: "a.md", heading: "", start: 0, end: page.length, text: page }];
  const knowledge = readKnowledge([{ input: { query: "" }, value: { passages, counted: { passages: 10, words: [] } } }]);
  const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: question, doneWhen: "", answerAs: "claims", schema: null }, { question, requirements: [] }, null);
  return aspect === undefined ? null : guideFor(knowledge.units, aspect).map((unit) => unit.text);
};

it("tells how each section begins of a page that is called like what is to be done", () => {
  const begun = ["You are filling it by hand.", "You are lighting it by hand.", "You are putting out it by hand."];
  expect(beginnings("How do I care for oil lamps?", "Caring for oil lamps")).toEqual(begun);
  expect(beginnings("How do I care for the lamp?", "Lampshade care")).toEqual(begun);
});

it("tells nothing of a page about something else, about a part of what is asked, or without sections", () => {
  expect(beginnings("How do I care for oil lamps?", "Caring for gas lamps")).toEqual([]);
  expect(beginnings("How do I hang oil lamps on the ceiling of a ship?", "Oil lamps")).toEqual([]);
  expect(beginnings("What are oil lamps?", "Oil lamps")).toEqual([]);
  expect(beginnings("How do I care for oil lamps?", "Caring for oil lamps", "Wipe it.")).toEqual([]);
});
