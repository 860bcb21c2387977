import { expect, test } from "vitest";
import { detailCheck } from "./asked-detail.ts";

test.each([
  ["How many lamps burn?", "Seven lamps burn.", "The lamps burn."],
  ["What is the maximum number of lamps?", "At most 12 lamps burn.", "Lamps burn."],
  ["How many lamps may burn at most?", "Up to 12 lamps may burn.", "2 lamps burn here."],
  ["How many lamps burn in version 5:0?", "Two lamps burn.", "The lamps of v3-5:0 burn."],
  ["By how many percent is a neon lamp brighter?", "A neon lamp is 30% brighter.", "A neon lamp is brighter since 2031."],
  ["How much cheaper is a neon lamp?", "It costs half.", "It is cheaper."],
  ["From which value on does a lamp hum?", "It hums from 60 on.", "A lamp hums."],
  ["Until when does a lamp burn?", "It ends with the night.", "A lamp burns."],
  ["How long does a lamp burn?", "It burns until the oil is gone.", "A lamp burns."],
  ["Which lamps are sold next year?", "From May 2031 on neon lamps are sold.", "Neon lamps are sold."],
  ["When was the lamp changed?", "Changed in version 2.", "The lamp was changed."],
  ["Who should I ask about a lamp?", "Ask the owner of the lamp.", "Ask for a lamp."],
])("%s", (question, given, silent) => {
  expect([detailCheck(question)(given), detailCheck(question)(silent)]).toEqual([true, false]);
});

test("a question that asks for no such detail takes any text", () => {
  expect(detailCheck("Does a lamp burn?")("A lamp burns.")).toBe(true);
});
