import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownBlocks } from "./markdown-block.ts";
import { styledRuns } from "./styled-run.ts";

const shown = (text: string) =>
  styledRuns(text, { start: 0, end: text.length }, [], "markdown")
    .filter(({ style }) => style !== "markup")
    .map(({ start, end, style }) => `${style}:${text.slice(start, end)}`);

test("signs that only make up the text are told apart from it", () => {
  expect(shown("Use `cache()` or **never** [read](/docs/a_(b)).")).toEqual(["plain:Use ", "code:cache()", "plain: or ", "strong:never", "plain: ", "link:read", "plain:."]);
  expect(shown("**`call()` method**")).toEqual(["code:call()", "strong: method"]);
  expect(shown("[`cache`](/c)")).toEqual(["link:cache"]);
  expect(shown("See [`cache` and **`tag`**](/c).").join("")).toBe("plain:See link:cachelink: and link:tagplain:.");
  expect(shown("## Use\n```ts x\ncall()\n```")).toEqual(["plain:Use\n", "plain:\ncall()\n"]);
  expect(shown("- one\n  - two")).toEqual(["bullet:-", "plain: one\n", "plain:  ", "bullet:-", "plain: two"]);
  expect(shown("`` a`b ``")).toEqual(["code: a`b "]);
});

const sentence = fc.array(fc.constantFrom("`", "``", "**", "[", "](", ")", "- ", "\n", "word", "😀", "!"), { maxLength: 40 }).map((parts) => parts.join(""));

test("runs together are the whole text, with exactly the marked stretches marked", () => {
  fc.assert(
    fc.property(sentence, fc.nat(40), fc.nat(40), (text, one, other) => {
      const mark = { start: Math.min(one, other, text.length), end: Math.min(Math.max(one, other), text.length) };
      const runs = styledRuns(text, { start: 0, end: text.length }, [mark], "markdown");
      expect(runs.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      const marked = runs.filter(({ isMarked }) => isMarked).map(({ start, end }) => text.slice(start, end));
      expect(marked.join("")).toBe(text.slice(mark.start, mark.end));
    }),
  );
});

test("blocks of text keep to their own runs", () => {
  const text = "# A `b`\n\ntext [c](d)\n";
  for (const block of markdownBlocks(text)) {
    const runs = styledRuns(text, block, [], "markdown");
    expect([runs[0]?.start, runs.at(-1)?.end]).toEqual([block.start, block.end]);
  }
});
