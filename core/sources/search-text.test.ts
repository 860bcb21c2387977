import fc from "fast-check";
import { expect, test } from "vitest";
import { searchQuery, searchText } from "./search-text.ts";

test("names of code are found whole and by their parts", () => {
  expect(searchText("Call generateText({ maxRetries: 2 })")).toEqual({ words: "Call generateText maxRetries 2", parts: "generate Text max Retries" });
  expect(searchText("next/image, next.config.js and XMLHttpRequest").words).toBe("next image next config js and XMLHttpRequest");
  expect(searchText("XMLHttpRequest").parts).toBe("XML Http Request");
});

test("accents, apostrophes and forms of characters make no difference, and scripts without spaces are split", () => {
  expect(searchText("Café don’t ﬁne").words).toBe("Cafe dont fine");
  expect(searchText("缓存").words).toBe("缓 存");
  expect(searchText("हिन्दी").words).toBe("हिन्दी");
});

test("quotes, OR and a leading minus keep their meaning, everything else that marks is a space", () => {
  expect(searchQuery('"use cache" -tags').strict).toBe('"use cache" -tags');
  expect(searchQuery("server-side & (next/image) | !x").strict.split(/\s+/)).toEqual(["server", "side", "next", "image", "x"]);
  expect(searchQuery("What is server-side rendering?").loose).toBe("What is server side rendering");
  expect(searchQuery('"exactly this"').loose).toBe("");
});

const harmless = /^[\p{L}\p{M}\p{N}" -]*$/u;

const anything = fc
  .array(fc.oneof(fc.constantFrom('"', "-", " ", " OR ", "'", "\\", ":*", "!", "&", "é", "缓", "\u0301", "word"), fc.nat(0x10ffff).map((point) => String.fromCodePoint(point))), { maxLength: 60 })
  .map((parts) => parts.join(""));

test("a query never holds what the database could trip over", () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { strict, loose } = searchQuery(text);
      expect(harmless.test(strict + loose)).toBe(true);
    }),
  );
});
