import { expect, test } from "vitest";
import { passageOf, sourceAddress } from "./source-address.ts";

test("an address leads back to its passage", () => {
  const address = sourceAddress("some-id", { start: 3, end: 9 });
  expect(passageOf(new URL(address, "http://localhost").searchParams, 20)).toEqual({ start: 3, end: 9 });
});

test("a passage that the document doesn't have is none", () => {
  for (const query of ["", "start=3", "start=9&end=3", "start=3&end=90", "start=-1&end=4", "start=a&end=b"]) {
    expect(passageOf(new URLSearchParams(query), 20), query).toBeNull();
  }
});
