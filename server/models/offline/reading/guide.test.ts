import { expect, it } from "vitest";
import { aspectsOf } from "./aspect.ts";
import { guideFor } from "./guide.ts";
import { readKnowledge } from "./search-knowledge.ts";

const sections = ["Filling", "Lighting", "Learn more", "Putting out"].map((name) => `## ${name}\n\nThe glass is hot. You should be ${name.toLowerCase()} it by hand. It is easy.\n\n### Detail\n\nMind the glass of it.\n`).join("\n");
const counts: Record<string, number> = { lamps: 900, lamp: 900, oil: 3, ship: 3, ceiling: 3, care: 20, hall: 900, sea: 900, brass: 400, js: 900 };
const guideIn = (question: string, title: string, text = sections) => {
  const page = `# ${title}\n\nWhat this page is about.\n\n${text}`;
  const passages = [{ sourceId: "s1", title, path: "a.md", heading: "", start: 0, end: page.length, text: page }];
  const counted = { passages: 1_000, words: Object.entries(counts).map(([word, number]) => ({ word, passages: number })) };
  const knowledge = readKnowledge([{ input: { query: "" }, value: { passages, counted } }]);
  const [aspect] = aspectsOf({ part: "assignment", task: "work", title: "", instructions: question, doneWhen: "", answerAs: "claims", schema: null }, { question, requirements: [] }, null);
  return aspect === undefined ? null : guideFor(knowledge, aspect).map((part) => part.map((unit) => unit.text).join(" | "));
};

it("tells what each section of a page tells to do that is called like what is to be done", () => {
  const told = ["You should be filling it by hand.", "You should be lighting it by hand.", "You should be putting out it by hand."];
  expect(guideIn("How do I care for oil lamps?", "Caring for oil lamps")).toEqual(told);
  expect(guideIn("How do I care for the oil lamp?", "Oil lampshade care")).toEqual(told);
  expect(guideIn("How do I set up oil lamps?", "How to implement oil lamps")).toEqual(told);
});

it("takes a page for a guide that is named after what is special, whatever stands everywhere", () => {
  expect(guideIn("How do I care for oil in a hall at sea?", "Oil care")).toHaveLength(3);
  expect(guideIn("How do I set up oil in a Brass.js hall?", "Oil")).toHaveLength(3);
  expect(guideIn("How do I set up oil on a ship?", "Oil")).toEqual([]);
});

it("tells nothing of a page about something else, about a part of what is asked, or without sections", () => {
  expect(guideIn("How do I care for oil lamps?", "Caring for gas lamps")).toEqual([]);
  expect(guideIn("How do I hang oil lamps on the ceiling of a ship?", "Oil lamps")).toEqual([]);
  expect(guideIn("What are oil lamps?", "Oil lamps")).toEqual([]);
  expect(guideIn("How do I care for oil lamps?", "Caring for oil lamps", "Wipe it.")).toEqual([]);
});

it("keeps the numbered steps of a section together, in its place", () => {
  const steps = "## Filling\n\n### 1. Open it\n\nTurn the lid.\n\n### 2. Pour oil\n\nUse a cup.\n\n";
  expect(guideIn("How do I care for oil lamps?", "Oil lamp care", `## Choosing\n\nUse a small one.\n\n${steps}## Storing\n\nKeep it dry.\n`)).toEqual(["Use a small one.", "1. Open it | 2. Pour oil", "Keep it dry."]);
});

it("looks one level deeper on a page of few sections, and prefers what shows it", () => {
  const deep = "Lamps burn oil.\n\nTo begin, fill it with the cup:\n\n```\ncup\n```\n\n## Usage\n\n### At home\n\nYou can hang it. Use a strong hook:\n\n```\nhook\n```\n\n### At sea\n\nThis can be done so. Similarly, use a belt:\n\n```\nbelt\n```\n\nIt should be tied with a rope.\n\n### In two ways:\n\nChoose one of these:\n";
  expect(guideIn("How do I use oil lamps?", "Oil lamps", deep)).toEqual(["To begin, fill it with the cup:", "Use a strong hook:", "This can be done so."]);
});
