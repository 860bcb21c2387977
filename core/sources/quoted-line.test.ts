import { expect, test } from "vitest";
import { quotedLines } from "./quoted-line.ts";

const lines = (text: string) => quotedLines(text, { start: 0, end: text.length })?.map(({ start, end }) => text.slice(start, end));

test("the lines of a block quote are read without their signs", () => {
  expect(lines("> **Note**: one\r\n>two\n  > - three\n>")).toEqual(["**Note**: one", "two", "- three", ""]);
  expect(lines("> > deeper")).toEqual(["> deeper"]);
});

test("what has a line without a sign is no quote", () => {
  for (const text of ["", "a > b", "> one\ntwo"]) expect(lines(text)).toBeUndefined();
});
