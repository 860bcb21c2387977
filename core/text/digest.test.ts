import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf, digestOfText } from "./digest.ts";

describe("digestOf", () => {
  it("doesn't depend on the order of keys", () => {
    expect(digestOf({ a: 1, b: { c: 2, d: 3 } })).toBe(digestOf({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it("is SHA-256 over the RFC 8785 form", () => {
    expect(digestOf({ b: 2, a: 1 })).toBe(createHash("sha256").update('{"a":1,"b":2}').digest("hex"));
  });

  it("refuses what JSON can't hold", () => {
    expect(() => digestOf(undefined)).toThrow(TypeError);
  });
});

it("digestOfText agrees with Node's own SHA-256 on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(digestOfText(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }),
  );
});
