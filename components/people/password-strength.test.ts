import { describe, expect, it } from "vitest";
import { passwordStrength } from "./password-strength.ts";

describe("passwordStrength", () => {
  it("says how much is missing", () => {
    expect(passwordStrength("short")).toEqual({ parts: 1, word: "7 more characters" });
    expect(passwordStrength("eleven char")).toEqual({ parts: 1, word: "1 more character" });
  });

  it("grows with length alone", () => {
    expect(passwordStrength("a".repeat(12)).parts).toBe(2);
    expect(passwordStrength("a".repeat(16)).parts).toBe(3);
    expect(passwordStrength("a".repeat(20)).parts).toBe(4);
  });

  it("says nothing of an empty field", () => {
    expect(passwordStrength("")).toEqual({ parts: 0, word: "" });
  });
});
