import { expect, test } from "vitest";
import { sourceBlocks } from "./source-block.ts";

const shown = (text: string, above: string[] = []) =>
  sourceBlocks(text, "rst", above).map(({ kind, level, start, end }) => `${kind}${level === 0 ? "" : level} ${text.slice(start, end)}`);

test("fields at the top are its data, titles have the level in which their marks come up", () => {
  const text = "Lamp: 7\nTitle: Lamps\nAuthor: A\n        B\n\n=====\nLamps\n=====\n\nOil\n---\n\nWick\n~~~~\n\nGas\n---\n";
  expect(shown(text).map((block) => block.split("\n", 1)[0])).toEqual(["front-matter Lamp: 7", "heading1 =====", "heading2 Oil", "heading3 Wick", "heading2 Gas"]);
  expect(shown("Lamps\n=====\n\n:Author: A\n:Date: B\n\nText.")).toEqual(["heading1 Lamps\n=====", "front-matter :Author: A\n:Date: B", "text Text."]);
});

test("in a part of a document the headings above tell the levels", () => {
  expect(shown("Oil\n---\n\nWick\n~~~~", ["Lamps", "Oil"])).toEqual(["heading2 Oil\n---", "heading3 Wick\n~~~~"]);
});

test("what is underlined too short, indented, or in the middle of a paragraph is no title", () => {
  expect(shown("A lamp burns\n--\n\n  Oil\n  ---\n\nOne line\nanother\n=======")).toEqual(["text A lamp burns\n--", "text   Oil\n  ---", "text One line\nanother\n======="]);
});

test("a paragraph that ends with two colons announces code, which ends where the text stands as far left again", () => {
  expect(shown("Light it::\n\n  lamp.on()\n\n  lamp.off()\n\nIt shines.")).toEqual(["text Light it::", "code   lamp.on()\n\n  lamp.off()", "text It shines."]);
  expect(shown("* Light it::\n\n    lamp.on()\n\n  Then wait.")).toEqual(["text * Light it::", "code     lamp.on()", "text   Then wait."]);
  expect(shown("Light it::\n  lamp.on()\n\n::\n\n  lamp.off()")).toEqual(["text Light it::", "code   lamp.on()", "markup ::", "code   lamp.off()"]);
});

test("directives of code hold code, remarks hold words, comments and targets hold none", () => {
  expect(shown(".. code-block:: sh\n   :caption: x\n\n   lamp on\n\nText.")).toEqual(["markup .. code-block:: sh\n   :caption: x", "code    lamp on", "text Text."]);
  expect(shown(".. note:: Lamps get\n   hot.\n\n   Wait.")).toEqual(["markup .. note::", "text Lamps get\n   hot.", "text    Wait."]);
  expect(shown(".. versionadded:: 3\n   Lamps.")).toEqual(["markup .. versionadded:: 3", "text    Lamps."]);
  expect(shown(".. Nobody\n   reads this.\n\n   Nor that.\n\n.. _lamp:\n\n   A quote.")).toEqual(["markup .. Nobody\n   reads this.\n\n   Nor that.", "markup .. _lamp:", "text    A quote."]);
  expect(shown(".. [1] A lamp is meant.\n.. [2] https://lamps.example")).toEqual(["markup .. [1]", "text A lamp is meant.", "markup .. [2] https://lamps.example"]);
});

test("tables are one block, and a transcript is code", () => {
  expect(shown("==== ====\nA    B\n==== ====\n1    2\n\n3    4\n==== ====\n\nText.")).toHaveLength(2);
  expect(shown("+---+\n| A |\n+---+\n\n>>> lamp\n'on'")).toEqual(["table +---+\n| A |\n+---+", "code >>> lamp\n'on'"]);
});

test("a part of a document that begins within code is code until it isn't indented", () => {
  expect(shown("    lamp.on()\n\n    lamp.off()\n\nIt shines.")).toEqual(["code     lamp.on()", "code     lamp.off()", "text It shines."]);
  expect(shown("    A lamp burns oil.\n")).toEqual(["text     A lamp burns oil."]);
});

test("hostile texts are read in reasonable time", () => {
  const started = performance.now();
  for (const hostile of ["== ==\na\n\n", "+--+\n", ".. [1] a\n", ".. note:: a\n", "a::\n\n", "a::\n b::\n", "-----\n", "  a\n", "* ", ".. x\n\n ", ":a: b\n", "::\n\n", "`", "a\n-\n"]) {
    sourceBlocks(hostile.repeat(150_000 / hostile.length), "rst");
  }
  expect(performance.now() - started).toBeLessThan(4_000);
});
