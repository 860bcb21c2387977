import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxDepth, wellFormed, wellFormedDeep } from "./well-formed.ts";

const anyString = fc.string({ unit: "binary" });

describe("wellFormed", () => {
  it("replaces lone surrogates and drops NUL", () => {
    expect(wellFormed("a\uD800b\u0000c\uDC00")).toBe("a\uFFFDbc\uFFFD");
  });

  it("keeps pairs, combining marks and invisible characters", () => {
    const text = "😀 e\u0301 \u200B\u202E";
    expect(wellFormed(text)).toBe(text);
  });

  it("always gives a string that survives UTF-8 and has no NUL, and changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.oneof(anyString, fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))), (text) => {
        const once = wellFormed(text);
        expect(new TextDecoder().decode(new TextEncoder().encode(once))).toBe(once);
        expect(once).not.toContain("\u0000");
        expect(wellFormed(once)).toBe(once);
      }),
    );
  });
});

describe("wellFormedDeep", () => {
  it("reaches strings in arrays, objects and keys, and leaves dates alone", () => {
    const at = new Date(0);
    expect(wellFormedDeep({ "k\u0000": ["\uDFFF", { at }] })).toEqual({ k: ["\uFFFD", { at }] });
  });

  it("does not let a key reach a prototype", () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"isAdmin": true}}');
    expect((wellFormedDeep(hostile) as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it("leaves every well-formed JSON value as it is", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const json = JSON.stringify(value).toWellFormed().replaceAll("\\u0000", "").replaceAll(/\\ud[89a-f]../gi, "");
        const parsed: unknown = JSON.parse(json);
        expect(wellFormedDeep(parsed)).toEqual(parsed);
      }),
    );
  });

  it("refuses a value nested too deep instead of running out of stack", () => {
    let value: unknown = "x";
    for (let depth = 0; depth <= maxDepth + 1; depth++) value = [value];
    expect(() => wellFormedDeep(value)).toThrow(RangeError);
  });
});
