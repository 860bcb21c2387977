import { expect, test } from "vitest";
import { moneyText, spanText } from "./number-text.ts";

test("a cost below half a cent is told from none", () => {
  expect([0, 1, 4_999, 5_000, 1_530_000, null].map(moneyText)).toEqual(["$0.00", "< $0.01", "< $0.01", "$0.01", "$1.53", "not known"]);
});
test("what took less than ten seconds is told in tenths, what took longer as a clock shows it", () => {
  expect([-1, 0, 99, 320, 9_999, 10_000, 402_000, 3_729_000].map(spanText)).toEqual(["0.0 s", "0.0 s", "0.0 s", "0.3 s", "9.9 s", "0:10", "6:42", "1:02:09"]);
});
