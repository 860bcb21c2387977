import { expect, test } from "vitest";
import { planStanding } from "./plan-standing.ts";

const mine = { createdById: "me", sampleId: null };
const author = { id: "me", role: "author" as const };
const reviewer = { id: "other", role: "reviewer" as const };

test("a plan in review waits for reviewers, not for its author", () => {
  expect(planStanding({ ...mine, state: "in-review", planStatus: "finished" }, author).verb).toBe(null);
  expect(planStanding({ ...mine, state: "in-review", planStatus: "finished" }, reviewer).verb).toBe("Review");
});

test("requested changes and interrupted plans go back to whoever asked", () => {
  expect(planStanding({ ...mine, state: "changes-requested", planStatus: "finished" }, author).verb).toBe("Revise");
  expect(planStanding({ ...mine, state: null, planStatus: "interrupted" }, author).verb).toBe("Resume");
  expect(planStanding({ ...mine, state: null, planStatus: "interrupted" }, reviewer).verb).toBe(null);
});
