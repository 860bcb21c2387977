import type { RunClaim } from "./run-claim.ts";

/** What stands above the open parts of a report: where something may answer one of them, not that nothing does. */
export function unansweredTitle(claims: readonly Pick<RunClaim, "doubt">[]): string {
  return claims.some(({ doubt }) => doubt !== "") ? "Not answered for sure" : "Not answered";
}
