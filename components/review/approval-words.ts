import type { Role } from "../../core/access/role.ts";
import { missingApprovals, type ApprovalStanding } from "../../core/review/approval-standing.ts";

const shownNames = 3;
const numberWords = ["none", "one", "two", "three"];

/** How far a plan is from being approved, for the bar below it; null where one approval is all that is asked and there is somebody to give it. */
export function approvalWords(standing: ApprovalStanding): string | null {
  const { state, needed, approvals, awaited, outdatedBy } = standing;
  if (state !== "in-review") return null;
  const { missing, isPossible } = missingApprovals(standing);
  const given = needed === 1 ? "" : `${approvals.length} of ${needed} approvals; `;
  const before = outdatedBy.length === 0 ? "" : `${listed(outdatedBy, "and")} approved before the models, the tools, the policy or the checks changed. `;
  if (!isPossible) return before + sentence(`${given}nobody is here who may give ${missing === 1 ? "the last one" : awaited.length === 0 ? "them" : `all ${missing}`} under the policy. ${whoElse(standing)}`);
  if (needed === 1 && before === "") return null;
  return before + sentence(`${given}needs ${numberWords[missing] ?? missing}${approvals.length === 0 ? "" : " more"} from ${from(standing)}.`);
}

/** Why one's own approval is not asked for; null when it is, or would count. */
export function ownApprovalWords({ state, approvals, awaited, authorIds, mayAuthor }: ApprovalStanding, me: { id: string; role: Role }): string | null {
  if (awaited.some(({ id }) => id === me.id)) return null;
  if (approvals.some(({ byId }) => byId === me.id)) return state === "approved" ? null : "You have approved.";
  if (!mayAuthor && authorIds.includes(me.id)) return "You wrote this plan or a part of it: the policy asks for somebody else’s approval.";
  return "The policy asks for the approval of somebody in another role.";
}

function from({ awaited, authorIds, mayAuthor }: ApprovalStanding): string {
  if (awaited.length <= shownNames) return listed(awaited.map(({ name }) => name), "or");
  return mayAuthor || authorIds.length === 0 ? `${awaited.length} people who may approve` : `${awaited.length} people who may approve and didn’t write it`;
}

function whoElse({ mayAuthor, authorIds }: ApprovalStanding): string {
  const why = mayAuthor || authorIds.length === 0 ? "" : "Whoever wrote a part of the plan doesn’t count. ";
  return `${why}Invite a reviewer, or have an admin change the policy.`;
}

function listed(names: readonly string[], word: "and" | "or"): string {
  return new Intl.ListFormat("en", { type: word === "and" ? "conjunction" : "disjunction" }).format(names);
}

const sentence = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
