import { expect, it } from "vitest";
import { isFragment } from "./unit-form.ts";

it("takes a part of a sentence for none that states something", () => {
  expect(["By turning the wheel.", "With a key.", "Without the guard's wheel."].map(isFragment)).toEqual([true, true, true]);
  expect(["By default, the wheel is locked.", "Turn it by the wheel.", "With more than three keys in one lock the guard is called at once."].map(isFragment)).toEqual([false, false, false]);
});
