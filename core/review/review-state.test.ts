import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdicts } from "./approval-statement.ts";
import { reviewState } from "./review-state.ts";

const approved = (definitionDigest: string) => ({ verdict: "approved" as const, definitionDigest });

describe("reviewState", () => {
  it("is in review until somebody decides", () => {
    expect(reviewState("a", [])).toBe("in-review");
  });

  it("is what was decided last on these bytes", () => {
    expect(reviewState("a", [approved("a"), { verdict: "rejected", definitionDigest: "a" }])).toBe("rejected");
  });

  it("never counts a decision on other bytes", () => {
    const decision = fc.record({ verdict: fc.constantFrom(...verdicts), definitionDigest: fc.constantFrom("b", "c") });
    fc.assert(fc.property(fc.array(decision), (decisions) => reviewState("a", decisions) === "in-review"));
  });

  it("is in review again after an edit, and approved again when the edit is undone", () => {
    expect(reviewState("b", [approved("a")])).toBe("in-review");
    expect(reviewState("a", [approved("a"), { verdict: "rejected", definitionDigest: "b" }])).toBe("approved");
  });
});
