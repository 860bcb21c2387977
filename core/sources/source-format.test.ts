import { expect, test } from "vitest";
import { formatOf } from "./source-format.ts";

test("a name says how a document is written, and where it doesn't, the text does", () => {
  expect([formatOf("a.rst", "# x"), formatOf("b/A.REST", ""), formatOf("a.md", "Light it::\n\n  on"), formatOf("a.mdx", "")]).toEqual(["rst", "rst", "markdown", "markdown"]);
  expect([formatOf("a.txt", "Light it::\n\n  on"), formatOf("a.txt", ".. note:: x"), formatOf("a.txt", "# Lamp\n\nLight it::"), formatOf("a.txt", "Lamps.")]).toEqual(["rst", "rst", "markdown", "markdown"]);
});
