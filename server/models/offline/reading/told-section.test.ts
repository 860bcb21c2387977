import { expect, it } from "vitest";
import { sectionCheck } from "./told-section.ts";

const begins = (question: string, title: string, heading: string, isFirst = true) => sectionCheck({ text: question })({ title, headings: ["Parts", heading], kind: "sentence", isFirst });

it("takes the beginning of the section that has the name of what is asked for, on the page that says of what", () => {
  expect(begins("Which lamp colours are there by default?", "Lamp", "Colours")).toBe(true);
  expect(begins("What lamp colour does the guard see?", "Oil lamps", "`colours`")).toBe(true);
});

it("takes no other sentence of it, no other section, no section of another page, and none for a lone word", () => {
  expect(begins("Which lamp colours are there?", "Lamp", "Colours", false)).toBe(false);
  expect(begins("Which lamp colours are there?", "Lamp", "Colours of glass")).toBe(false);
  expect(begins("Which lamp colours are there?", "Candle", "Colours")).toBe(false);
  expect(begins("Which colours are there?", "Lamp", "Colours")).toBe(false);
  expect(begins("Does the lamp have colours?", "Lamp", "Colours")).toBe(false);
});
