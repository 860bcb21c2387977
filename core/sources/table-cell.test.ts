import { expect, test } from "vitest";
import { tableRows } from "./table-cell.ts";

const cells = (text: string) => tableRows(text, { start: 0, end: text.length })?.map((row) => row.map(({ start, end }) => text.slice(start, end)));

test("cells are exact stretches, with borders at the edges or without", () => {
  expect(cells("| Name | What |\r\n| --- | :-: |\r\n| `a` | one \\| two |")).toEqual([["Name", "What"], ["`a`", "one \\| two"]]);
  expect(cells("Name | What\n--- | ---\na |")).toEqual([["Name", "What"], ["a"]]);
  expect(cells("| A |\n|---|\n|  |")).toEqual([["A"], [""]]);
});

test("what only looks like a table is none", () => {
  expect(cells("| a | b |\n| c | d |")).toBeUndefined();
  expect(cells("a sentence")).toBeUndefined();
  expect(cells("Heading\n---")).toBeUndefined();
});
