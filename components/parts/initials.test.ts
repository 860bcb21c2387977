import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialsOf } from "./initials.tsx";

describe("initialsOf", () => {
  it("takes the first and the last word", () => {
    expect(initialsOf("Mara Lindqvist")).toBe("ML");
    expect(initialsOf("Ana Maria de la Cruz")).toBe("AC");
  });

  it("takes one letter of a single word", () => {
    expect(initialsOf("  kenji ")).toBe("K");
  });

  it("keeps characters whole that are made of several code points", () => {
    expect(initialsOf("山田 花子")).toBe("山花");
    expect(initialsOf("👩‍🚀 Ren")).toBe("👩‍🚀R");
    expect(initialsOf("é́dith Ng")).toBe("É́N");
  });

  it("takes letters, not the signs before them", () => {
    expect(initialsOf("Ada (night shift)")).toBe("AS");
    expect(initialsOf("«Rena» )x(")).toBe("RX");
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."aZ(){} 山é9") }), (name) => !/[(){} ]/.test(initialsOf(name))));
  });

  it("shows a question mark when there is nothing to show", () => {
    expect(initialsOf("…")).toBe("?");
  });
});
