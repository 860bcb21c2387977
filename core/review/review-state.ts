import type { DecisionVerdict } from "./approval-statement.ts";

/** Where a workflow stands with its reviewers. */
export type ReviewState = "in-review" | DecisionVerdict;

/** What counts of a decision: on which bytes it was made, and the order in which they were. */
export interface DecisionFact {
  verdict: DecisionVerdict;
  definitionDigest: string;
}

/**
 * The state of the newest revision. Only decisions on exactly its bytes count, the newest of them: an edit voids what
 * was decided before, moving nodes about does not.
 * @param decisions oldest first, of all revisions.
 */
export function reviewState(newestDigest: string, decisions: readonly DecisionFact[]): ReviewState {
  return decisions.findLast((decision) => decision.definitionDigest === newestDigest)?.verdict ?? "in-review";
}
