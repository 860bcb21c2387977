import { expect, test } from "vitest";
import { approvalStanding, type ApprovalStanding } from "../../core/review/approval-standing.ts";
import { policySchema, standardPolicy, type PolicyInput } from "../../core/review/policy.ts";
import { approvalWords, ownApprovalWords } from "./approval-words.ts";

const [ada, bo, cy] = [
  { id: "ada", name: "Ada", role: "author" as const },
  { id: "bo", name: "Bo", role: "reviewer" as const },
  { id: "cy", name: "Cy", role: "admin" as const },
];

function standingOf(approvedIds: string[], approvals: PolicyInput["approvals"] = {}, { members = [ada, bo, cy], isCurrent = true, authorIds = ["ada"] }: { members?: (typeof ada | typeof bo | typeof cy)[]; isCurrent?: boolean; authorIds?: string[] } = {}): ApprovalStanding {
  const decisions = approvedIds.map((id) => ({ id, verdict: "approved" as const, definitionDigest: "a", decidedById: id, decidedByName: members.find((one) => one.id === id)?.name ?? id, hasRun: false, isCurrent }));
  return approvalStanding("a", decisions, { policy: policySchema.parse({ ...standardPolicy, approvals }), authorIds, members });
}

test("where one approval is all that is asked, nothing is said about it", () => {
  expect([approvalWords(standingOf([])), approvalWords(standingOf(["bo"]))]).toEqual([null, null]);
});

test("of several it says how many are there and who may give the rest", () => {
  expect(approvalWords(standingOf(["bo"], { count: 2 }))).toBe("1 of 2 approvals; needs one more from Cy.");
  expect(approvalWords(standingOf([], { count: 2 }))).toBe("0 of 2 approvals; needs two from Bo or Cy.");
});

test("it says so when nobody can give what the policy asks", () => {
  expect(approvalWords(standingOf(["cy"], { count: 2 }, { members: [cy] }))).toBe("1 of 2 approvals; nobody is here who may give the last one under the policy. Invite a reviewer, or have an admin change the policy.");
  expect(approvalWords(standingOf([], { mayAuthor: false }, { members: [cy], authorIds: ["cy"] }))).toBe("Nobody is here who may give the last one under the policy. Whoever wrote a part of the plan doesn’t count. Invite a reviewer, or have an admin change the policy.");
});

test("who approved something else before is named", () => {
  expect(approvalWords(standingOf(["bo"], {}, { isCurrent: false }))).toBe("Bo approved before the models, the tools, the policy or the checks changed. Needs one from Bo or Cy.");
});

test("everybody learns whether their own approval is asked for", () => {
  const standing = standingOf(["bo"], { count: 2, mayAuthor: false }, { authorIds: ["ada", "cy"] });
  expect(ownApprovalWords(standing, bo)).toBe("You have approved.");
  expect(ownApprovalWords(standing, cy)).toMatch(/^You wrote this plan/);
  expect(ownApprovalWords(standingOf([], { roles: ["admin"] }), bo)).toMatch(/another role/);
  expect(ownApprovalWords(standingOf([]), cy)).toBeNull();
});
