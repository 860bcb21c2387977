import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ElementParser, type Element } from "./element-parser.ts";

/** Everything a text holds when it comes in these pieces. */
function parse(pieces: readonly string[]): Element[] {
  const parser = new ElementParser();
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

/** A text cut anywhere, also within escapes and surrogate pairs. */
const cutText = (text: string) =>
  fc.array(fc.nat({ max: text.length }), { maxLength: 12 }).map((cuts) => {
    const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
    return places.slice(1).map((end, index) => text.slice(places[index], end));
  });

const json = fc.json({ maxDepth: 3, stringUnit: "binary" });
const junk = fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll("\n", " "));

describe("the parser of a planner's lines", () => {
  test("finds the same elements however the text is cut", () => {
    const lines = fc.array(fc.oneof(json, junk), { maxLength: 8 });
    fc.assert(
      fc.property(
        lines.map((parts) => parts.join("\n")).chain((text) => fc.tuple(fc.constant(text), cutText(text))),
        ([text, pieces]) => {
          expect(parse(pieces)).toEqual(parse([text]));
        },
      ),
    );
  });

  test("loses no line: each that isn't empty is an element", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(json, junk.filter((text) => /[^\s`]/.test(text))), { maxLength: 8 }), (lines) => {
        expect(parse([lines.join("\n")])).toHaveLength(lines.length);
      }),
    );
  });

  test("takes fences and empty lines for no elements", () => {
    expect(parse(["```json\n", '{"a":1}\r\n', "\n```"])).toEqual([{ isJson: true, value: { a: 1 } }]);
  });

  test("cuts off a line that never ends, once, and goes on after it", () => {
    const elements = parse([...Array.from({ length: 40 }, () => "x".repeat(10_000)), "\n[1]\n"]);
    expect(elements.filter(({ isJson }) => !isJson)).toMatchObject([{ reason: "too-long" }]);
    expect(elements.at(-1)).toEqual({ isJson: true, value: [1] });
  });

  test("refuses what is nested too deep to be stored", () => {
    expect(parse([`${"[".repeat(5_000)}${"]".repeat(5_000)}\n`])).toMatchObject([{ isJson: false, reason: "too-deep" }]);
  });
});
