import { describe, expect, it } from "vitest";
import { auditWith } from "../../../tests/setup/audit-with.ts";
import { soundRun } from "../../../tests/setup/recorded-run.ts";
import { itemWithoutResult } from "./item-without-result.ts";

describe("audit/item-without-result", () => {
  it("names each item that went in and did not come out, though every step is green", () => {
    expect(auditWith(itemWithoutResult, { items: { each: ["after.md", "spare parts.md"] } })).toEqual([
      { target: { type: "step", id: "each" }, message: '"Read each document": 2 in, 1 out. Without a result: spare parts.md.' },
    ]);
  });

  it("names a dozen and counts the rest", () => {
    const keys = Array.from({ length: 20 }, (_, index) => `page ${index + 1}`);
    expect(auditWith(itemWithoutResult, { items: { each: keys } })).toMatchObject([{ message: expect.stringMatching(/20 in, 0 out.* page 12 and 8 more\.$/) }]);
  });

  it("is silent when every item has a result, and on a map without items", () => {
    expect(auditWith(itemWithoutResult)).toEqual([]);
    expect(auditWith(itemWithoutResult, { items: { each: [] } })).toEqual([]);
  });

  it("does not run where there is no report that could hide the gap", () => {
    expect(auditWith(itemWithoutResult, { items: { each: ["x"] }, report: null })).toEqual(expect.any(String));
    expect(soundRun.report).not.toBeNull();
  });
});
