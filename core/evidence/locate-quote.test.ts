import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locateQuote } from "./locate-quote.ts";

const text = 'Use **`maxRetries`** to limit\n  retries — the default is “2”, or 2*3 in café mode…\n\n* It isn\u2019t snake_case.';

/** What the place that was found holds. */
function foundIn(source: string, quote: string): string | null {
  const { place } = locateQuote(source, quote);
  return place === null ? null : source.slice(place.start, place.end);
}

describe("locating a quote", () => {
  test("every stretch of a text that isn't blank is found letter for letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (source, one, other) => {
        const [start, end] = [one % source.length, (other % source.length) + 1].toSorted((a, b) => a - b) as [number, number];
        const quote = source.slice(start, end);
        fc.pre(quote.trim() !== "");
        const { place } = locateQuote(source, quote);
        expect(place?.match).toBe("exact");
        expect(foundIn(source, quote)).toBe(quote);
      }),
    );
  });

  test.each([
    ["typographic quotes and dashes", 'the default is "2"', "the default is “2”"],
    ["a dash", 'retries - the default is "2"', "retries — the default is “2”"],
    ["white space and line breaks", "to limit retries", "to limit\n  retries"],
    ["marks of emphasis", "Use maxRetries to limit", "Use **`maxRetries`** to limit"],
    ["a decomposed accent", "cafe\u0301 mode", "café mode"],
    ["three dots", "café mode...", "café mode…"],
    ["an apostrophe", "It isn't snake_case", "It isn\u2019t snake_case"],
    ["the sign before an item of a list", "mode… It isn’t", "mode…\n\n* It isn’t"],
  ])("finds what differs by %s, at its place", (_what, quote, expected) => {
    expect(locateQuote(text, quote).place?.match).toBe("normalised");
    expect(foundIn(text, quote)).toBe(expected);
  });

  test.each(["the default is 3", "or 23 in café", "or 2 3 in", "It isn't snakecase", "it isn't snake_case", "the default isn't 2", "USE maxRetries", "", "  \n", "**"])(
    "does not find what says something else: %j",
    (quote) => {
      expect(locateQuote("x" + text.replaceAll("**", ""), quote).place).toBeNull();
    },
  );

  test("finds a noisy copy of any words where the words stand, and none of which one is changed", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 6, maxLength: 40 });
    const noise = fc.constantFrom(" ", "\n", " \u00a0", "\t ");
    fc.assert(
      fc.property(words, fc.nat(), noise, (all, at, gap) => {
        const source = all.map((one, index) => (index % 3 === 0 ? `*${one}*` : one)).join(" ");
        const start = at % (all.length - 4);
        const picked = all.slice(start, start + 4);
        const place = foundIn(source, picked.join(gap));
        expect(place?.replaceAll("*", "")).toBe(picked.join(" "));
        expect(locateQuote(source, [...picked.slice(0, 3), "zzzzzzzzz"].join(gap)).place).toBeNull();
      }),
    );
  });

  test("shows the nearest passage of what is not there, and none where nothing is alike", () => {
    const located = locateQuote("One thing. The limit is ten requests for each minute and client. Another.", "The limit is 12 requests for each minute");
    expect(located).toMatchObject({ place: null });
    const nearest = "nearest" in located ? located.nearest : null;
    expect(nearest).not.toBeNull();
    expect("One thing. The limit is ten requests for each minute and client. Another.".slice(nearest?.start, nearest?.end)).toContain("The limit is ten requests for each minute");
    const table = "| Lamp | How often a count is made |\n\nA count is never made before two lamps burn. More.";
    const inBlock = locateQuote(table, "A count is never made before four lamps have burned.");
    expect("nearest" in inBlock && inBlock.nearest !== null ? table.slice(inBlock.nearest.start, inBlock.nearest.end) : null).toBe("A count is never made before two lamps");
    expect(locateQuote(text, "wholly unrelated words about gardens")).toEqual({ place: null, nearest: null });
  });

  test("long and repetitive texts take no longer than reading them a few times", () => {
    const repeated = "aaaa ".repeat(200_000);
    const started = performance.now();
    expect(locateQuote(repeated, `${"aaaa ".repeat(1_500)}b`).place).toBeNull();
    expect(locateQuote(repeated, `b ${"aaaa ".repeat(1_500)}`).place).toBeNull();
    expect(locateQuote(repeated, "aaaa\naaaa").place).toEqual({ start: 0, end: 9, match: "normalised" });
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
