import type { Verdict } from "./verdict.ts";

/** What one verifier's step says of one claim, its votes counted. */
export interface Ruling {
  stepId: string;
  verdict: Verdict["verdict"];
  /** In the order of the votes. */
  votes: readonly Verdict[];
}

/** The rulings on one claim, one for each step that ruled. */
export function rulingsOf(verdicts: readonly Verdict[]): Ruling[] {
  return [...Map.groupBy(verdicts, ({ stepId }) => stepId)].map(([stepId, votes]) => ({
    stepId,
    verdict: majority(votes),
    votes: votes.toSorted((left, right) => left.vote - right.vote),
  }));
}

/** The verdict most votes went to; between equals the one that is more careful. */
function majority(votes: readonly Verdict[]): Verdict["verdict"] {
  const count = (verdict: Verdict["verdict"]) => votes.filter((vote) => vote.verdict === verdict).length;
  const careful = ["refuted", "not-enough-info", "supported"] as const;
  return careful.toSorted((left, right) => count(right) - count(left))[0] ?? "not-enough-info";
}
