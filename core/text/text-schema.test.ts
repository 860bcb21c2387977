import { describe, expect, it } from "vitest";
import { lineSchema, verbatimSchema } from "./text-schema.ts";

describe("lineSchema", () => {
  it("gives one trimmed, well-formed line", () => {
    expect(lineSchema({ max: 40 }).parse("  Ada\u0000\nLovelace\uD800 ")).toBe("Ada Lovelace\uFFFD");
  });

  it("refuses what is too long, also when trimming would make it fit", () => {
    const result = lineSchema({ max: 3 }).safeParse("abc   ");
    expect(result.error?.issues[0]?.message).toBe("Use at most 3 characters.");
  });

  it("refuses what is empty after trimming", () => {
    expect(lineSchema({ max: 3 }).safeParse("  ").error?.issues[0]?.message).toBe("Enter something here.");
  });
});

describe("verbatimSchema", () => {
  it("keeps spaces and line breaks", () => {
    expect(verbatimSchema({ max: 20 }).parse(" a\n b ")).toBe(" a\n b ");
  });

  it("names the least length", () => {
    expect(verbatimSchema({ min: 12, max: 20 }).safeParse("short").error?.issues[0]?.message).toBe(
      "Use at least 12 characters.",
    );
  });
});
