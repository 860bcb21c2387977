import { expect, test } from "vitest";
import { moneyText } from "./number-text.ts";

test("a cost below half a cent is told from none", () => {
  expect([0, 1, 4_999, 5_000, 1_530_000, null].map(moneyText)).toEqual(["$0.00", "< $0.01", "< $0.01", "$0.01", "$1.53", "not known"]);
});
