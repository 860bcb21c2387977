import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdicts, type DecisionVerdict } from "./approval-statement.ts";
import { reviewRound, type DecisionFact } from "./review-state.ts";

const by = (decidedById: string, verdict: DecisionVerdict = "approved", rest: Partial<DecisionFact> = {}): DecisionFact => ({ verdict, definitionDigest: "a", decidedById, hasRun: false, isCurrent: true, ...rest });
const stateOf = (decisions: DecisionFact[], needed = 1, digest = "a") => reviewRound(digest, decisions, needed).state;

describe("reviewRound", () => {
  it("is in review until somebody decides, and then what was decided last on these bytes", () => {
    expect([stateOf([]), stateOf([by("ada")]), stateOf([by("ada"), by("bo", "rejected")])]).toEqual(["in-review", "approved", "rejected"]);
  });

  it("is in review again after an edit, and approved again when the edit is undone", () => {
    const decisions = [by("ada"), by("ada", "rejected", { definitionDigest: "b" })];
    expect([stateOf(decisions, 1, "c"), stateOf(decisions, 1, "b"), stateOf(decisions)]).toEqual(["in-review", "rejected", "approved"]);
  });

  it("begins anew after a request for changes, for everybody who approved before", () => {
    const decisions = [by("ada"), by("bo", "changes-requested"), by("cy")];
    expect(reviewRound("a", decisions, 2)).toMatchObject({ state: "in-review", approvals: [{ decidedById: "cy" }] });
    expect(stateOf([...decisions, by("ada")], 2)).toBe("approved");
  });

  it("stays approved by what a run has used, and counts from nothing for the next run", () => {
    const used = [by("ada"), by("bo", "approved", { hasRun: true })];
    expect(stateOf(used.map((fact) => ({ ...fact, isCurrent: false })), 2)).toBe("approved");
    expect(reviewRound("a", [...used, by("ada")], 2)).toMatchObject({ state: "in-review", approvals: [{ decidedById: "ada" }] });
  });

  it("does not count an approval of what has changed since", () => {
    expect(reviewRound("a", [by("ada", "approved", { isCurrent: false }), by("bo")], 2)).toMatchObject({ state: "in-review", approvals: [{ decidedById: "bo" }], outdated: [{ decidedById: "ada" }] });
    expect(stateOf([by("ada", "approved", { isCurrent: false }), by("bo"), by("ada")], 2)).toBe("approved");
  });

  const fact = fc.record({ verdict: fc.constantFrom(...verdicts), definitionDigest: fc.constantFrom("a", "b"), decidedById: fc.constantFrom("ada", "bo", "cy", null), hasRun: fc.boolean(), isCurrent: fc.boolean() });

  it("never counts a person twice, nor a decision on other bytes, however they decide", () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (decisions, needed) => {
        const { state, approvals, outdated } = reviewRound("a", decisions, needed);
        const people = [...approvals, ...outdated].map(({ decidedById }) => decidedById);
        expect(new Set(people).size).toBe(people.length);
        expect([...approvals, ...outdated].every(({ verdict, definitionDigest }) => verdict === "approved" && definitionDigest === "a")).toBe(true);
        expect(reviewRound("a", decisions.filter(({ definitionDigest }) => definitionDigest === "a"), needed)).toEqual({ state, approvals, outdated });
        expect(state !== "approved" || approvals.length >= needed || approvals.some(({ hasRun }) => hasRun)).toBe(true);
      }),
    );
  });

  it("says the same when somebody clicks twice", () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (decisions, needed) => {
        const doubled = decisions.map((one) => ({ ...one, hasRun: false })).flatMap((one) => [one, one]);
        expect(reviewRound("a", doubled, needed)).toEqual(reviewRound("a", doubled.filter((_, index) => index % 2 === 0), needed));
      }),
    );
  });
});
