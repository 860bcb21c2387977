import { expect, test } from "vitest";
import { namedCheck } from "./told-of-name.ts";

const tells = (question: string, text: string, title = "lightLamp") => namedCheck({ text: question })({ title, headings: ["Options"], text });

test.each([
  ["What is the default wireLength of lightLamp?", "wireLength: Metres of wire. Default: 3.", "wireLength: Metres of wire, 3 in our hall."],
  ["How bright is it if I don't set lampLevel?", "A lamp has at most lampLevel steps (five by default).", "Lamps burn by default. Set lampLevel for more."],
  ["What does lightLamp take when I leave out `wire`?", "wire: The wire. Found by its colour if not provided.", "wire: The wire, of any colour."],
  ["What's the lampLevel default?", "It burns dimly unless told: lampLevel defaults to 2.", "By default it is dim. More is set by lampLevel."],
  ["What do I use instead of dimLamp?", "dimLamp: Deprecated. Use lamp.dim instead.", "Use dimLamp instead of lampSwitch."],
  ["What replaced hall.dimLamp?", "dimLamp was renamed to lampDim.", "lampSwitch was replaced by dimLamp."],
  ["Since dimLamp was removed, what do I call?", "`dimLamp` was removed in favor of lampDim.", "lampSwitch was removed in favor of dimLamp."],
])("%s", (question, told, silent) => {
  expect([told, silent].map((text) => tells(question, text))).toEqual([true, false]);
});

test("every other name in the question stands there or above it", () => {
  expect(tells("What is the default wireLength of lightLamp?", "wireLength: Metres of wire. Default: 3.", "lightCandle")).toBe(false);
});

test("of what is no name as in code, or is asked for something else, nothing is told", () => {
  expect(tells("What is the default wire?", "wire: Default: 3.")).toBe(false);
  expect(tells("How often does lightLamp blink by default?", "lightLamp burns by default.")).toBe(false);
  expect(tells("Is wireLength better than a default?", "wireLength: Default: 3.")).toBe(false);
});
