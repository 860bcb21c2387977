import { expect, test } from "vitest";
import { planStanding } from "./plan-standing.ts";

const mine = { createdById: "me", sampleId: null, approvals: { given: 0, needed: 1 }, awaited: [{ id: "other", name: "Bo" }] };
const author = { id: "me" };
const reviewer = { id: "other" };

test("a plan in review waits for those whose approval is missing, and says how many are there of several", () => {
  const inReview = { ...mine, state: "in-review" as const, planStatus: "finished" as const };
  expect(planStanding(inReview, author)).toMatchObject({ word: "In review, waits for Bo", verb: null });
  expect(planStanding(inReview, reviewer)).toMatchObject({ word: "In review, waits for you", verb: "Review" });
  const many = ["Cy", "Di", "Eve", "Fay"].map((name) => ({ id: name, name }));
  expect(planStanding({ ...inReview, approvals: { given: 1, needed: 2 }, awaited: many }, reviewer)).toMatchObject({ word: "In review, 1 of 2 approvals, waits for Cy, Di, or 2 others", verb: null });
  expect(planStanding({ ...inReview, awaited: [] }, author).word).toBe("In review, nobody here may approve it");
});

test("requested changes and interrupted plans go back to whoever asked", () => {
  expect(planStanding({ ...mine, state: "changes-requested", planStatus: "finished" }, author).verb).toBe("Revise");
  expect(planStanding({ ...mine, state: null, planStatus: "interrupted" }, author).verb).toBe("Resume");
  expect(planStanding({ ...mine, state: null, planStatus: "interrupted" }, reviewer).verb).toBe(null);
});
