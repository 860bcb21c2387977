import type { DecisionVerdict } from "./approval-statement.ts";

/** Where a workflow stands with its reviewers. */
export type ReviewState = "in-review" | DecisionVerdict;

/** What counts of a decision: on which bytes it was made, by whom, and the order in which they were. */
export interface DecisionFact {
  verdict: DecisionVerdict;
  definitionDigest: string;
  /** Null for the operator, who is one person. */
  decidedById: string | null;
  /** Whether a run was started from it: an approval reaches one run. */
  hasRun: boolean;
  /** Whether everything that it covers is still the same. */
  isCurrent: boolean;
}

/** The approvals of one round, and what they come to. */
export interface ReviewRound<Fact extends DecisionFact> {
  state: ReviewState;
  /** Those that count, each of another person, oldest first. */
  approvals: Fact[];
  /** Those of this round that count no more, because something they cover has changed. */
  outdated: Fact[];
}

/**
 * The state of the newest revision. Only decisions on exactly its bytes count: an edit voids what was decided before, moving
 * nodes about does not. It is approved once `needed` people approved it. One person's newer approval takes the place of
 * their older one. Asking for changes and rejecting end the round, and everybody who approved before is asked
 * again: it is also how one takes back one's own approval. A run uses a round up: approvals after it begin the next.
 * @param decisions oldest first, of all revisions.
 */
export function reviewRound<Fact extends DecisionFact>(newestDigest: string, decisions: readonly Fact[], needed: number): ReviewRound<Fact> {
  let refusal: DecisionVerdict | null = null;
  let approvals: Fact[] = [];
  for (const decision of decisions.filter(({ definitionDigest }) => definitionDigest === newestDigest)) {
    const isApproval = decision.verdict === "approved";
    refusal = isApproval ? null : decision.verdict;
    const others = approvals.some(({ hasRun }) => hasRun) ? [] : approvals.filter(({ decidedById }) => decidedById !== decision.decidedById);
    approvals = isApproval ? [...others, decision] : [];
  }
  if (refusal !== null) return { state: refusal, approvals: [], outdated: [] };
  if (approvals.some(({ hasRun }) => hasRun)) return { state: "approved", approvals, outdated: [] };
  const current = approvals.filter(({ isCurrent }) => isCurrent);
  return { state: current.length >= needed ? "approved" : "in-review", approvals: current, outdated: approvals.filter(({ isCurrent }) => !isCurrent) };
}
