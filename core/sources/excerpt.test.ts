import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";
import { markWords } from "./mark-words.ts";

const shown = (text: string, query: string) => {
  const { start, end } = excerptOf(text, markWords(text, query), "markdown");
  return text.slice(start, end);
};

test("a short passage is shown whole, without the headings that stand above it anyway", () => {
  expect(shown("## Lamp\n\n### Oil\n\nIt burns.", "lamp")).toBe("It burns.");
  expect(shown("## Only a heading", "heading")).toBe("## Only a heading");
  const text = "Lamp\n====\n\nOil\n---\n\nIt burns.";
  expect(text.slice(excerptOf(text, [], "rst").start)).toBe("It burns.");
});

test("a long one is shown around the first word that was looked for, cut between words", () => {
  const text = `${"before ".repeat(120)}needle ${"after ".repeat(120)}`;
  expect(shown(text, "needle")).toMatch(/^before .* needle after .*after$/);
});

test("an excerpt lies within its passage", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("# ", "a", "needle", " ", "\n", "x".repeat(300)), { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const { start, end } = excerptOf(text, markWords(text, "needle"), "markdown");
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(start).toBeLessThanOrEqual(end);
    }),
  );
});
