import { expect, test } from "vitest";
import { markWords } from "./mark-words.ts";
import { titleOfPath } from "./title-of-path.ts";

const marked = (text: string, query: string) => markWords(text, query).map(({ start, end }) => text.slice(start, end));

test("words are marked in any of their forms, also inside longer names", () => {
  expect(marked("Caching a cached page; caches are kept", "cache")).toEqual(["Caching", "cached", "caches"]);
  expect(marked("generateText and text", "text")).toEqual(["Text", "text"]);
  expect(marked("generateText", "generateText")).toEqual(["generateText"]);
});

test("words that say nothing are not marked", () => {
  expect(marked("What is the cache and how does it work", "what is the cache?")).toEqual(["cache"]);
});

test("a document without a title is called by its file", () => {
  expect(titleOfPath("01-app/02-guides/03-server-actions.mdx")).toBe("Server actions");
  expect(titleOfPath("guides/index.md")).toBe("Guides");
  expect(titleOfPath("notes.txt")).toBe("Notes");
});
