import { expect, test } from "vitest";
import { isSameStatement, statementOf } from "./statement.ts";

const isSame = (one: string, other: string) => isSameStatement(statementOf(one), statementOf(other));

test("like sentences state the same", () => {
  expect(isSame("The oil lamp burns in the hall at night.", "At night, the oil lamp burns in that hall.")).toBe(true);
});

test("another number or a denial makes another statement", () => {
  expect(isSame("The oil lamp burns 3 hours.", "The oil lamp burns 4 hours.")).toBe(false);
  expect(isSame("Oil: burns 3 hours; a limit of 3", "Gas: burns 3 hours; no limit of 3")).toBe(false);
});

test("other words make another statement", () => {
  expect(isSame("The oil lamp burns in the hall.", "The gas lantern hangs on the ship.")).toBe(false);
});
