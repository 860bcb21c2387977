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
  ["On what day was the lamp sold?", "Sold on 3 May 2031.", "Sold since lamp 9.4."],
  ["Why does a lamp hum?", "It hums because its core is loose.", "A lamp hums, and so does a neon lamp."],
  ["The lamp is new. What is the reason it hums?", "It is wound loosely so that it stays cool.", "The lamp hums at 50 Hz."],
  ["Who should I ask about a lamp?", "Ask the owner of the lamp.", "Ask for a lamp."],
])("%s", (question, given, silent) => {
  expect([detailCheck(question)(given, []), detailCheck(question)(silent, ["Lamps"])]).toEqual([true, false]);
});

test("a question that asks for no such detail takes any text", () => {
  expect(detailCheck("Does a lamp burn?")("A lamp burns.", [])).toBe(true);
});

test("a heading may say that the reason is told under it", () => {
  expect(detailCheck("Why did the lamp go out?")("The oil was used up.", ["Why this happens"])).toBe(true);
});
