import { expect, test } from "vitest";
import { percentile } from "./percentile.ts";
import { formatTable } from "./table.ts";

test("a percentile is the measured value at the nearest rank", () => {
  expect(percentile([5, 1, 3, 2, 4], 50)).toBe(3);
  expect(percentile([5, 1, 3, 2, 4], 95)).toBe(5);
  expect(percentile([7], 0)).toBe(7);
  expect(() => percentile([], 50)).toThrow("at least one value");
});

test("a table sets numbers to the right and words to the left", () => {
  expect(formatTable([{ start: "cold", ms: 1234 }, { start: "warm", ms: 56.789 }])).toBe(
    ["start  ms", "─────  ─────", "cold    1234", "warm   56.79"].join("\n"),
  );
});
