import { expect, test } from "vitest";
import { splitAtTables } from "./table-cell.ts";

const parts = (text: string) => {
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return splitAtTables(text, { start: 0, end: text.length }).map((part) => (Array.isArray(part) ? part.map((row) => row.map(words)) : words(part)));
};

test("cells are exact stretches, with borders at the edges or without", () => {
  expect(parts("| Name | What |\r\n| --- | :-: |\r\n| `a` | one \\| two |")).toEqual([[["Name", "What"], ["`a`", "one \\| two"]]]);
  expect(parts("Name | What\n--- | ---\na |")).toEqual([[["Name", "What"], ["a"]]]);
  expect(parts("| A |\n|---|\n|  |")).toEqual([[["A"], [""]]]);
});

test("a table is found between lines that are none of it, indented or as an item of a list", () => {
  expect(parts("<div>\n| A | B |\n| - | - |\n| 1 | 2 |\n</div>")).toEqual(["<div>\n", [["A", "B"], ["1", "2"]], "</div>"]);
  expect(parts("- one\n- | A | B |\n  | - | - |\n  | 1 | 2 |")).toEqual(["- one\n", [["A", "B"], ["1", "2"]]]);
  expect(parts("   | A | B |\n   | - | - |\nand\n| C |\n| - |")).toEqual([[["A", "B"]], "and\n", [["C"]]]);
});

test("what only looks like a table is none", () => {
  for (const text of ["| a | b |\n| c | d |", "a sentence", "Heading\n---", "| - | - |", "a sentence\n| - | - |"]) expect(parts(text)).toEqual([text]);
});
