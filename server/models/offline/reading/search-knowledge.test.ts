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

test("what was read piece by piece is one text, whatever its order", () => {
  const pieces = [[0, 17], [17, 40], [40, text.length]].map(([start = 0, end]) => ({ input: {}, value: { ...page(start).value, text: text.slice(start, end) } }));
  const whole = textsOf(0);
  for (const order of [[0, 1, 2], [2, 0, 1], [1, 2, 0]]) expect(readKnowledge(order.flatMap((index) => pieces[index] ?? [])).units.map((unit) => unit.text)).toEqual(whole);
});

test("what was read and is empty counts as read", () => {
  const empty = { input: {}, value: { ...page(0).value, text: "" } };
  expect([...readKnowledge([empty]).read]).toEqual(["s1"]);
  expect(readKnowledge([page(0), { ...empty, value: { ...empty.value, start: text.length } }]).units.map((unit) => unit.text)).toEqual(textsOf(0));
});

test("what is read from the middle of a section on stands under the headings above it", () => {
  const lamps = "# Lamps\n\n## Care\n\nWipe it. Dry it.\n\n### Wick\n\nTrim it.\n\n## Sale\n\nSell it.\n";
  const headingsBy = (title: string, above: string, start: number) => {
    const passage = { sourceId: "s1", title, path: "lamps.md", heading: above, start: lamps.indexOf("## Care"), end: lamps.indexOf("### Wick"), text: "## Care" };
    const { units } = readKnowledge([{ input: { query: "" }, value: { passages: [passage] } }, { input: {}, value: { sourceId: "s1", title, path: "lamps.md", start, text: lamps.slice(start) } }]);
    return Object.fromEntries(units.map((unit) => [unit.text, unit.headings.join(" > ")]));
  };
  const from = lamps.indexOf("Dry it.");
  expect(headingsBy("Lamps", "Lamps › Care", from)).toEqual({ "Dry it.": "Lamps > Care", "Trim it.": "Lamps > Care > Wick", "Sell it.": "Lamps > Sale" });
  // Where only the front matter has the title, sections are outermost.
  expect(headingsBy("All on lamps", "Care", from)).toEqual({ "Dry it.": "Care", "Trim it.": "Care > Wick", "Sell it.": "Sale" });
});
