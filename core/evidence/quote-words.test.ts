import { expect, test } from "vitest";
import { quoteWords } from "./quote-words.ts";

test("code keeps its lines and loses its fence", () => {
  expect(quoteWords({ exact: "```ts\nlamp.on({\n  watts: 60,\n})\n```" })).toEqual({ text: "lamp.on({\n  watts: 60,\n})", isCode: true });
});

test("a row of a table is told by its cells", () => {
  expect(quoteWords({ exact: "| Lamp | 20 \\| 60 | on |" })).toEqual({ text: "Lamp · 20 \\| 60 · on", isCode: false });
  expect(quoteWords({ exact: "|      | Inside |  | Outside |" })).toEqual({ text: "Inside · Outside", isCode: false });
});

test("anything else stays as it is, also a fence or a row among other words", () => {
  for (const exact of ["A lamp | a light", "See:\n```ts\nlamp\n```", "```ts\nlamp", ""]) expect(quoteWords({ exact })).toEqual({ text: exact, isCode: false });
});

test("a literal block by its indentation", () => {
  expect(quoteWords({ exact: "    lamp.on()\n\n      lamp.dim()\n" })).toEqual({ text: "lamp.on()\n\n  lamp.dim()\n", isCode: true });
  expect(quoteWords({ exact: "A lamp\n  burns." })).toEqual({ text: "A lamp\n  burns.", isCode: false });
});

test("rows that somebody looked up by their cells, several each on a line", () => {
  expect(quoteWords({ exact: "Attic        palm", rows: [["Attic", "", "palm"]] })).toEqual({ text: "Attic · (empty) · palm", isCode: false });
  expect(quoteWords({ exact: "…", rows: [["Hall", "on"], ["Attic", ""]] })).toEqual({ text: "Hall · on\nAttic · (empty)", isCode: true });
});
