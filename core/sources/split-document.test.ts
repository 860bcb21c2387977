import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sourceBlocks } from "./source-block.ts";
import { maxPassageLength, splitDocument } from "./split-document.ts";

const lines = fc.array(
  fc.constantFrom(
    "  indented", "      deep::", "text::", "* item", "  1. item", ".. note:: x", ".. code:: y", ".. [1] z", "..", ".. _t: u", ":field: v", "Field: w", "+--+\n| a|\n+--+", "== ==", "a  b", ">>> x", "__ y", "\t|",
    "# One", "## Two `code`", "Three\n===", "text", "- item", "```ts", "```", "~~~", "---", "", "| a | b |", "# not [a link](x)", "😀".repeat(900), "word ".repeat(400),
  ),
  { maxLength: 30 },
);
const documents = fc.tuple(lines, fc.constantFrom("\n", "\r\n", "\r")).map(([parts, lineBreak]) => parts.join("\n").replaceAll("\n", lineBreak));

test("blocks are in order, don't overlap and leave out nothing but white space", () => {
  fc.assert(
    fc.property(documents, fc.constantFrom("markdown", "rst"), (text, format) => {
      let at = 0;
      for (const { start, end } of sourceBlocks(text, format)) {
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
      const { passages } = splitDocument("a.md", text);
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

test("passages of reStructuredText are bounded, keep the space before their first line, and hold every word of the body", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { passages } = splitDocument("a.rst", text);
      let at = passages[0]?.start ?? 0;
      for (const { start, end } of passages) {
        expect(end - start).toBeLessThanOrEqual(maxPassageLength);
        expect(text.slice(at, start).trim()).toBe("");
        expect(text.slice(start, end).trimEnd()).toBe(text.slice(start, end));
        at = end;
      }
    }),
  );
});

test("reStructuredText is called as its fields say, else as its first title does", () => {
  expect(splitDocument("a.rst", "Lamp: 7\nTitle: Lamps and\n  *oil*\nBy: A\n\nOil\n===\n\nIt burns.")).toMatchObject({ title: "Lamps and oil", description: expect.stringContaining("Lamp: 7"), passages: [{ heading: "Oil" }] });
  expect(splitDocument("a.rst", "====\nLamp\n====\n\nText.\n\nUse of ``oil``\n------------\n\nIt burns.")).toMatchObject({ title: "Lamp", passages: [{ heading: "Lamp" }, { heading: "Lamp › Use of oil" }] });
});

test("a passage doesn't end between code and the paragraph that announces it", () => {
  const text = `Lamp\n====\n\n${"It shines. ".repeat(100)}\n\nLight it::\n\n${"  lamp.on()\n".repeat(40)}\nDone.\n`;
  const { passages } = splitDocument("a.rst", text);
  expect(passages.map(({ start, end }) => text.slice(start, end)).some((passage) => passage.startsWith("Light it::") && passage.includes("lamp.on()"))).toBe(true);
});

test("the title comes from the front matter, else from the first heading", () => {
  expect(splitDocument("a.md", '---\ntitle: "Caching: an overview"\ndescription: What is kept.\n---\n\n# Other').title).toBe("Caching: an overview");
  expect(splitDocument("a.md", "---\ntitle: A\ndescription: What is kept.\n---\nx").description).toBe("What is kept.");
  expect(splitDocument("a.md", "\u{feff}---\r\ntitle: With a mark\r\n---\r\nx").title).toBe("With a mark");
  expect(splitDocument("a.md", "Some text\n\n# `useCache` and [tags](/tags) #\n").title).toBe("useCache and tags");
  expect(splitDocument("a.md", "Under\n=====\n").title).toBe("Under");
  expect(splitDocument("a.md", "No heading at all").title).toBeNull();
});

test("a passage knows the headings above it, and front matter is none", () => {
  const { passages } = splitDocument("a.md", "---\ntitle: T\n---\nintro\n\n# A\n\n## B\n\nbody of b\n\n# C\n\nbody of c");
  expect(passages.map(({ heading }) => heading)).toEqual(["", "A › B", "C"]);
});

test("what looks like a heading inside a fence is code", () => {
  const text = "# Real\n\n```sh\n# a comment\n```\n\n````md\n```\n# also code\n```\n````\n";
  expect(splitDocument("a.md", text).headings.map((heading) => heading.text)).toEqual(["Real"]);
});

test("a document of front matter alone can still be found", () => {
  expect(splitDocument("a.md", "---\ntitle: Only\n---").passages).toHaveLength(1);
});

test("every document of an installed package has a title of its own and passages", () => {
  const folder = join(process.cwd(), "node_modules/next/dist/docs");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.mdx?$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const { title, passages } = splitDocument("a.md", readFileSync(join(folder, file), "utf8"));
    expect({ file, title, count: passages.length }).toEqual({ file, title: expect.stringMatching(/\S/), count: expect.any(Number) });
    expect(passages.length, file).toBeGreaterThan(0);
  }
});
