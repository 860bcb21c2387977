import fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines, type DiffLine } from "./diff-lines.ts";

const text = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 }).map((lines) => lines.join("\n"));
const side = (lines: readonly DiffLine[], left: "removed" | "added") => lines.filter(({ difference }) => difference !== left).map((line) => line.text).join("\n");

test("without what was added it is the old text, without what was removed the new one", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      expect([side(lines, "added"), side(lines, "removed")]).toEqual([before, after]);
    }),
  );
});

test("a text beside itself has no difference, and one changed line is told as one", () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(diffLines(same, same).every(({ difference }) => difference === "same")).toBe(true);
    }),
  );
  expect(diffLines("a\nb\nc", "a\nx\nc").map(({ difference, text: line }) => `${difference} ${line}`)).toEqual(["same a", "removed b", "added x", "same c"]);
});

test("texts of a hundred thousand lines are told apart without a table of all pairs", () => {
  const many = (name: string) => Array.from({ length: 100_000 }, (_, index) => `${name} ${index}`).join("\n");
  expect(diffLines(many("old"), many("new"))).toHaveLength(200_000);
});
