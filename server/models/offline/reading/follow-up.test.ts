import { expect, test } from "vitest";
import { withNext, withPointed } from "./follow-up.ts";
import { readKnowledge } from "./search-knowledge.ts";

const sections = ["Wick", "Oil", "Glass"].map((name) => `### ${name}\n\nThe ${name.toLowerCase()} of a lantern is larger. It is made by hand.\n`).join("\n");
const text = `# Lantern\n\nA lantern hangs. See [Differences from lamps](#differences-from-lamps) before you hang one.\n\n## Differences from lamps\n\nBoth burn.\n\n${sections}`;

function followed(anchor = "differences-from-lamps") {
  const page = text.replace("#differences-from-lamps", `#${anchor}`);
  const { units } = readKnowledge([{ input: { query: "" }, value: { passages: [{ sourceId: "s1", title: "Lantern", path: "a.md", heading: "", start: 0, end: page.length, text: page }] } }]);
  return withPointed(units.slice(0, 2).map((unit, index) => ({ unit, score: 9 - index })), units).map(({ unit }) => unit.text);
}

test("what leads to a section of its page gives way to how the parts of that section begin", () => {
  expect(followed()).toEqual(["A lantern hangs.", "The wick of a lantern is larger.", "The oil of a lantern is larger.", "The glass of a lantern is larger."]);
});

test("what leads to no section of its page stays", () => {
  expect(followed("elsewhere")).toEqual(["A lantern hangs.", "See Differences from lamps before you hang one."]);
});

test("of what is gone, the sentence behind it tells what to use", () => {
  const page = "# Lamps\n\nA lamp hangs. It burns. The wick has been removed. Please use the wire instead. It glows.\n";
  const { units } = readKnowledge([{ input: { query: "" }, value: { passages: [{ sourceId: "s1", title: "Lamps", path: "a.md", heading: "", start: 0, end: page.length, text: page }] } }]);
  const ranked = [0, 2, 4].flatMap((at) => (units[at] === undefined ? [] : [{ unit: units[at], score: 9 - at }]));
  expect(withNext(ranked, units).map(({ unit }) => unit.text)).toEqual(["A lamp hangs.", "The wick has been removed.", "Please use the wire instead.", "It glows."]);
});
