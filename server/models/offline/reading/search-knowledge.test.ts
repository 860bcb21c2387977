import { expect, test } from "vitest";
import { readKnowledge } from "./search-knowledge.ts";

const text = `# Lamps\n\nA lamp shines.\n\n${"It burns oil. ".repeat(250)}\n\nA lamp stands in the hall.\n`;
const page = (start: number) => ({ input: {}, value: { sourceId: "s1", title: "Lamps", path: "lamps.md", start, text: text.slice(start) } });
const textsOf = (...starts: number[]) => readKnowledge(starts.map(page)).units.map((unit) => unit.text);

test("of a document that was read farther on, the beginning gives its first paragraphs", () => {
  expect(textsOf(0)).toContain("A lamp stands in the hall.");
  expect(textsOf(0)[0]).toBe("A lamp shines.");
  const later = text.indexOf("A lamp stands");
  expect(textsOf(later, 0)).toEqual(["A lamp stands in the hall.", "A lamp shines."]);
});
