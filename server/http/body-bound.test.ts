import { expect, it } from "vitest";
import { refuseBody } from "./body-bound.ts";

it.each([
  [undefined, undefined, 200],
  ["0", undefined, 200],
  ["1048576", undefined, 200],
  ["1048577", undefined, 413],
  ["NaN", undefined, 413],
  [undefined, "chunked", 411],
])("content-length %s, transfer-encoding %s gives %i", (contentLength, transferEncoding, status) => {
  expect(refuseBody({ contentLength, transferEncoding })?.status ?? 200).toBe(status);
});
