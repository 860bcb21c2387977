import { expect, test } from "vitest";
import { rstParts } from "./rst-part.ts";

const shown = (content: string) => rstParts(content).map(({ start, end, words, named, isItem }) => ({ text: content.slice(isItem ? words : start, end), isItem, name: named?.name ?? null }));

test("items go on in the lines below them, and a paragraph takes no line for an item that only begins like one", () => {
  expect(shown("* One that\n  goes on\n* two").map(({ text }) => text)).toEqual(["One that\n  goes on", "two"]);
  expect(shown("A lamp of\n1. grade").map(({ text }) => text)).toEqual(["A lamp of\n1. grade"]);
});

test("terms stand with what they mean, fields with their names", () => {
  expect(shown("Lamp\n    It shines.\nOil\n    It burns.").map(({ name }) => name)).toEqual(["Lamp", "Oil"]);
  expect(shown(":watts: forty\n:hue: red")).toEqual([
    { text: ":watts: forty", isItem: true, name: "watts" },
    { text: ":hue: red", isItem: true, name: "hue" },
  ]);
  expect(shown("    of the lamp.\nOil\n    It burns.").map(({ name }) => name)).toEqual([null, "Oil"]);
});
