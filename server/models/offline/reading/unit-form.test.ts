import { expect, it } from "vitest";
import { formBonus, isFragment } from "./unit-form.ts";

it("takes a part of a sentence for none that states something", () => {
  expect(["By turning the wheel.", "With a key.", "Without the guard's wheel."].map(isFragment)).toEqual([true, true, true]);
  expect(["By default, the wheel is locked.", "Turn it by the wheel.", "With more than three keys in one lock the guard is called at once."].map(isFragment)).toEqual([false, false, false]);
});

it("takes a sentence for none that only leads to another text", () => {
  expect(["See the chapter on wheels.", "Learn more about keys.", "See that the wheel turns: without oil it may break.", "Read the wheel before you turn it."].map(isFragment)).toEqual([true, true, false, false]);
});

it("speaks against what stands below a heading of things that were refused", () => {
  const bonusBelow = (...headings: string[]) => formBonus({ text: "The guard lights the lamp with a match.", kind: "sentence", code: null, isFirst: false, headings, title: "Lamps" } as Parameters<typeof formBonus>[0], { kind: "open", asksQuantity: false } as Parameters<typeof formBonus>[1]);
  for (const heading of ["Rejected ideas", "Alternatives considered", "Postponed proposals", "Alternatives"]) expect(bonusBelow("Lamps", heading, "Matches")).toBeLessThan(bonusBelow("Lamps", "Matches"));
  for (const heading of ["Ejected lamps", "Alternative lamps"]) expect(bonusBelow(heading)).toBe(bonusBelow("Lamps"));
});
