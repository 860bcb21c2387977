import type { Role } from "../access/role.ts";
import { reasonAgainstApprover, type Policy } from "./policy.ts";
import { reviewRound, type DecisionFact, type ReviewState } from "./review-state.ts";

/** A person, as far as their approval is concerned. */
interface Approver {
  id: string;
  name: string;
  role: Role;
}

/** How far a plan is from being approved, and by whom it can be. */
export interface ApprovalStanding {
  state: ReviewState;
  /** How many people must approve. */
  needed: number;
  /** Decisions that count, oldest first; the last of them is the one that a run starts from. */
  approvals: { decisionId: string; byId: string | null; byName: string }[];
  /** Names of those who approved in this round, of something that has changed since. */
  outdatedBy: string[];
  /** Members who haven't approved yet and whose approval would count. */
  awaited: { id: string; name: string }[];
  /** Whether authors may approve, and who they are. */
  mayAuthor: boolean;
  authorIds: (string | null)[];
}

/** Puts together what decides whether a plan may run: the decisions on it, the policy, and who is there to approve. */
export function approvalStanding<Decision extends DecisionFact & { id: string; decidedByName: string }>(
  definitionDigest: string,
  decisions: readonly Decision[],
  { policy, authorIds, members }: { policy: Policy; authorIds: (string | null)[]; members: readonly Approver[] },
): ApprovalStanding {
  const { count, mayAuthor } = policy.approvals;
  const { state, approvals, outdated } = reviewRound(definitionDigest, decisions, count);
  return {
    state,
    needed: count,
    approvals: approvals.map(({ id, decidedById, decidedByName }) => ({ decisionId: id, byId: decidedById, byName: decidedByName })),
    outdatedBy: outdated.map(({ decidedByName }) => decidedByName),
    awaited: awaitedOf(members, { policy, authorIds, approvals }),
    mayAuthor,
    authorIds,
  };
}

/** Those whose approval would count and isn't there yet. */
export function awaitedOf(members: readonly Approver[], { policy, authorIds, approvals }: { policy: Policy; authorIds: readonly (string | null)[]; approvals: readonly Pick<DecisionFact, "decidedById">[] }): { id: string; name: string }[] {
  const hasApproved = (id: string) => approvals.some(({ decidedById }) => decidedById === id);
  return members.flatMap(({ id, name, role }) => (hasApproved(id) || reasonAgainstApprover(policy, { role, isAuthor: authorIds.includes(id) }) !== null ? [] : [{ id, name }]));
}

/** How many approvals are still missing; more of them than there are people left to give them can never come. */
export function missingApprovals({ needed, approvals, awaited }: Pick<ApprovalStanding, "needed" | "approvals" | "awaited">): { missing: number; isPossible: boolean } {
  const missing = Math.max(0, needed - approvals.length);
  return { missing, isPossible: awaited.length >= missing };
}
