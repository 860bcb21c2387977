import { expect, test } from "vitest";
import { approvalStanding, missingApprovals } from "./approval-standing.ts";
import { authorIdsOf } from "./authors.ts";
import { policySchema } from "./policy.ts";

const members = [
  { id: "ada", name: "Ada", role: "author" as const },
  { id: "bo", name: "Bo", role: "reviewer" as const },
  { id: "cy", name: "Cy", role: "admin" as const },
];
const two = policySchema.parse({ approvals: { count: 2, mayAuthor: false } });
const approvedBy = (id: string, name: string, isCurrent = true) => ({ id: `by-${id}`, verdict: "approved" as const, definitionDigest: "a", decidedById: id, decidedByName: name, hasRun: false, isCurrent });

test("who asked and who saved are the authors; who kept what the planner wrote isn't", () => {
  expect(authorIdsOf({ workflow: { createdById: "ada" }, revisions: [{ number: 1, createdById: "bo" }, { number: 2, createdById: "cy" }, { number: 3, createdById: "ada" }] })).toEqual(["ada", "cy"]);
  expect(authorIdsOf({ workflow: { createdById: null }, revisions: [] })).toEqual([null]);
});

test("one of two approvals waits for those who may still give one", () => {
  const standing = approvalStanding("a", [approvedBy("bo", "Bo")], { policy: two, authorIds: ["ada"], members });
  expect(standing).toMatchObject({ state: "in-review", needed: 2, approvals: [{ decisionId: "by-bo" }], awaited: [{ name: "Cy" }] });
  expect(missingApprovals(standing)).toEqual({ missing: 1, isPossible: true });
});

test("an approval that nobody is left to give is told as impossible", () => {
  const standing = approvalStanding("a", [approvedBy("bo", "Bo")], { policy: two, authorIds: ["cy"], members });
  expect(missingApprovals(standing)).toEqual({ missing: 1, isPossible: false });
});

test("who approved something that has changed since is named and asked again", () => {
  const standing = approvalStanding("a", [approvedBy("bo", "Bo", false)], { policy: two, authorIds: ["ada"], members });
  expect(standing).toMatchObject({ approvals: [], outdatedBy: ["Bo"], awaited: [{ name: "Bo" }, { name: "Cy" }] });
});
