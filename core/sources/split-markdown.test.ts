import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownBlocks } from "./markdown-block.ts";
import { maxPassageLength, splitMarkdown } from "./split-markdown.ts";

const lines = fc.array(
  fc.constantFrom("# One", "## Two `code`", "Three\n===", "text", "- item", "```ts", "```", "~~~", "---", "", "| a | b |", "# not [a link](x)", "😀".repeat(900), "word ".repeat(400)),
  { maxLength: 30 },
);
const documents = fc.tuple(lines, fc.constantFrom("\n", "\r\n", "\r")).map(([parts, lineBreak]) => parts.join("\n").replaceAll("\n", lineBreak));

test("blocks are in order, don't overlap and leave out nothing but white space", () => {
  fc.assert(
    fc.property(documents, (text) => {
      let at = 0;
      for (const { start, end } of markdownBlocks(text)) {
        expect(text.slice(at, start).trim()).toBe("");
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});

test("passages are exact stretches, bounded, without half characters, and hold every word of the body", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { passages } = splitMarkdown(text);
      let at = passages[0]?.start ?? 0;
      for (const { start, end } of passages) {
        const piece = text.slice(start, end);
        expect(piece.length).toBeLessThanOrEqual(maxPassageLength);
        expect(piece).toBe(piece.trim());
        expect(piece.isWellFormed()).toBe(true);
        expect(text.slice(at, start).trim()).toBe("");
        at = end;
      }
    }),
  );
});

test("the title comes from the front matter, else from the first heading", () => {
  expect(splitMarkdown('---\ntitle: "Caching: an overview"\ndescription: What is kept.\n---\n\n# Other').title).toBe("Caching: an overview");
  expect(splitMarkdown("---\ntitle: A\ndescription: What is kept.\n---\nx").description).toBe("What is kept.");
  expect(splitMarkdown("\u{feff}---\r\ntitle: With a mark\r\n---\r\nx").title).toBe("With a mark");
  expect(splitMarkdown("Some text\n\n# `useCache` and [tags](/tags) #\n").title).toBe("useCache and tags");
  expect(splitMarkdown("Under\n=====\n").title).toBe("Under");
  expect(splitMarkdown("No heading at all").title).toBeNull();
});

test("a passage knows the headings above it, and front matter is none", () => {
  const { passages } = splitMarkdown("---\ntitle: T\n---\nintro\n\n# A\n\n## B\n\nbody of b\n\n# C\n\nbody of c");
  expect(passages.map(({ heading }) => heading)).toEqual(["", "A › B", "C"]);
});

test("what looks like a heading inside a fence is code", () => {
  const text = "# Real\n\n```sh\n# a comment\n```\n\n````md\n```\n# also code\n```\n````\n";
  expect(splitMarkdown(text).headings.map((heading) => heading.text)).toEqual(["Real"]);
});

test("a document of front matter alone can still be found", () => {
  expect(splitMarkdown("---\ntitle: Only\n---").passages).toHaveLength(1);
});

test("every document of an installed package has a title of its own and passages", () => {
  const folder = join(process.cwd(), "node_modules/next/dist/docs");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.mdx?$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const { title, passages } = splitMarkdown(readFileSync(join(folder, file), "utf8"));
    expect({ file, title, count: passages.length }).toEqual({ file, title: expect.stringMatching(/\S/), count: expect.any(Number) });
    expect(passages.length, file).toBeGreaterThan(0);
  }
});
