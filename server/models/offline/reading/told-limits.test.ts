import { expect, it } from "vitest";
import { limitsCheck } from "./told-limits.ts";

const tells = (question: string, title: string, ...headings: string[]) => limitsCheck({ text: question })({ title, headings, kind: "sentence", text: "None floats." });

it("takes what stands under a heading of limits, on a page about what is asked", () => {
  for (const question of ["What are the limits of oil lamps?", "Which restrictions do oil lamps have?", "What is not supported by oil lamps?"]) {
    expect([tells(question, "Oil lamps", "Unsupported features"), tells(question, "Lamps", "Limitations of oil")], question).toEqual([true, true]);
  }
});

it("takes nothing from another page, from under another heading, or where an amount or no limit is asked for", () => {
  expect(tells("What are the limits of oil lamps?", "Gas lamps", "Limitations")).toBe(false);
  expect(tells("What are the limits of oil lamps?", "Oil lamps", "Burning")).toBe(false);
  expect(tells("What is the maximum size of oil lamps, and the limits?", "Oil lamps", "Limitations")).toBe(false);
  expect(tells("How do oil lamps burn?", "Oil lamps", "Limitations")).toBe(false);
  expect(tells("What are the limitations?", "Oil lamps", "Limitations")).toBe(false);
  expect(limitsCheck({ text: "What are the limits of oil lamps?" })({ title: "Oil lamps", headings: ["Limitations"], kind: "item", text: "Floating" })).toBe(false);
});
