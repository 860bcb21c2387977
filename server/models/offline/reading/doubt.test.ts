import { expect, it } from "vitest";
import { doubtOf } from "./doubt.ts";

const doubtIn = (question: string, ...texts: string[]) =>
  doubtOf({ text: question, clause: question, isItem: false }, { isSure: true, isGuide: false, units: texts.map((text) => ({ text, title: "Lamps", headings: ["Brass lamps"] })) });

it.each([
  ["yes or no", "Can a brass lamp be dimmed by a clock?", "A brass lamp is dimmed by its switch."],
  ["yes or no", "If the hall is dark, does a lamp start by itself?", "A lamp in a dark hall has a switch."],
  ["yes or no", "Can't a brass lamp float in oil?", "A brass lamp weighs a pound."],
  ["yes or no", "Won't a brass lamp float in oil?", "A brass lamp weighs a pound."],
  ["yes or no", "Tell me whether a lamp burns under water", "A lamp burns for seven hours."],
  ["yes or no", "I have a brass lamp. Does it float?", "A brass lamp weighs a pound."],
  ["yes or no", "Can I give a brass lamp another name?", "A brass lamp is heavy, like any brass lamp."],
  ["yes or no", "Can a lamp be brass?", "A brass lamp is heavy."],
  ["the reason", "Why are lamps made of brass?", "Lamps are made of brass."],
  ["the reason", "Why are lamps made of brass?", "Lamps are dimmed because the night is long."],
  ["the reason", "Why can't a brass lamp float?", "Brass lamps float so that they can be seen."],
  ["decides between", "Which lamp burns longer, brass or tin?", "A tin lamp burns oil."],
  ["decides between", "Is a lamp better than a candle?", "Lamps replace candles."],
  ["who is asked for", "Who made the first brass lamp?", "Then the first brass lamp was made."],
  ["how to do it", "How do I keep the lamp lit over night?", "The lamp goes out over night."],
  ["what will be", "In which year will brass lamps be gone?", "Brass lamps may be gone in a year."],
])("doubts that words decide (%s): %s", (what, question, text) => {
  expect(doubtIn(question, text)).toMatch(new RegExp(`^Whether this .*${what.replace("who is", "names who is").replace("what will", "tells what will").replace("yes or", "says yes or").replace("the reason", "is the reason").replace("how to", "tells how to")}`));
});

it.each([
  ["How do I dim a brass lamp when it is dark?", "Turn its switch."],
  ["What does a brass lamp do?", "It burns."],
  ["How do I clean it, can you say?", "It is cleaned by brushing it."],
  ["Multi-lamp halls: when do I dim with switches and when with clocks?", "Clocks are for halls."],
  ["Can brass lamps be dimmed?", "Brass lamps can't be dimmed."],
  ["Is the brass lamp still dimmed at noon?", "At noon the brass lamp is dimmed."],
  ["Why are lamps made of rustless brass?", "Lamps are made of brass because it is rustless."],
  ["Why can't a brass lamp float?", "Brass lamps can't float because they are heavy."],
  ["Why are lamps made of brass missing?", "No lamps are made of brass, since brass is missing."],
  ["Is a brass lamp heavier than a tin lamp?", "Brass lamps are heavier than tin lamps."],
])("doubts nothing where words tell: %s", (question, text) => {
  expect(doubtIn(question, text)).toBe("");
});

it("takes steps and guides for telling how", () => {
  const question = "How do I keep the lamp lit over night?";
  expect([true, false].map((isGuide) => doubtOf({ text: question, clause: question, isItem: false }, { isSure: true, isGuide, units: [] }) === "")).toEqual([true, false]);
});

it("wants it said in one sentence or item, not over all of a list", () => {
  expect(doubtIn("Can a brass lamp be dimmed by a clock?", "In the hall stand: a brass lamp; a dimmed candle; a clock.")).not.toBe("");
});

it("looks for it in the first few, each by itself, and never in their headings alone", () => {
  const question = "Can a brass lamp be dimmed by a clock?";
  expect(doubtIn(question, "A brass lamp burns.", "A clock dims a brass lamp.")).toBe("");
  expect(doubtIn(question, "A brass lamp burns.", "A clock ticks and is dimmed.", "One.")).not.toBe("");
  expect(doubtIn(question, "One.", "Two.", "Three.", "A clock dims a brass lamp.")).not.toBe("");
});

it("doubts whatever too little speaks for", () => {
  for (const isItem of [false, true]) expect(doubtOf({ text: "How do I dim it?", clause: "How do I dim it?", isItem }, { isSure: false, isGuide: false, units: [] })).toMatch(/^Too little/);
});

it("asks nothing of an item of a list, of which it is told what there is", () => {
  expect(doubtOf({ text: "Which lamps can be dimmed?", clause: "Can they?", isItem: true }, { isSure: true, isGuide: false, units: [] })).toBe("");
});
