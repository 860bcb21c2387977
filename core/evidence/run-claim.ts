import { claimLabel, statedClaims, verdictsOn, type AuditedRun } from "./audited-run.ts";
import type { CandidateClaim } from "./claim.ts";
import { quoteReader, type CitedQuote } from "./cited-quote.ts";
import { claimPath, type PathStep } from "./claim-path.ts";
import type { ClaimState, FinalClaim, Report } from "./report.ts";
import { rulingsOf, type Ruling } from "./ruling.ts";

/** Where a reader of the report meets a claim. */
type ClaimPlace = "answer" | "conflict" | "beside" | Report["leftOut"][number]["reason"];

/** A claim as a report page and an export show it, with everything that is known of it. */
export interface RunClaim {
  /** Of the final claim, or of a candidate that stands in none. */
  id: string;
  /** As people read it: `C1`, `C2` … in the report, `L1`, `L2` … for what was left out. */
  label: string;
  text: string;
  isFinal: boolean;
  state: ClaimState;
  place: ClaimPlace;
  /** Whether all rulings on it come from comparing texts: then it is in the source, and nobody understood it. */
  isTextCheckOnly: boolean;
  /** Ids of requirements. */
  answers: readonly string[];
  /** Why it may not answer what was asked; empty where it does. */
  doubt: string;
  /** `stepId`: the step that found it, where that is known. */
  quotes: readonly (CitedQuote & { stepId: string | null })[];
  /** The candidates it came from. */
  from: readonly { id: string; stepId: string; text: string }[];
  rulings: readonly Ruling[];
  path: readonly PathStep[];
}

/** Every claim of a run's report in its order, and after them the candidates that were left out. */
export function runClaims(run: AuditedRun): RunClaim[] {
  const { report } = run;
  if (report === null) return [];
  const read = quoteReader(run);
  const stated = new Set(statedClaims(report).map(({ id }) => id));
  const inConflict = new Set(report.conflicts.flatMap(({ claimIds }) => claimIds));
  const finals = report.claims.map((claim): RunClaim => {
    const from = claim.from.flatMap((id) => run.candidatesById.get(id) ?? []);
    const place = inConflict.has(claim.id) ? "conflict" : stated.has(claim.id) ? "answer" : "beside";
    return { ...describe(run, claim, from, rulingsOf(verdictsOn(claim, run)), read), label: claimLabel(report, claim.id), isFinal: true, state: claim.state, place };
  });
  // What was merged stands in a final claim.
  const leftOut = report.leftOut.flatMap(({ candidateId, reason }) => {
    const claim = run.candidatesById.get(candidateId);
    return claim === undefined || reason === "merged" ? [] : [{ claim, reason }];
  });
  return finals.concat(
    leftOut.map(({ claim, reason }, index): RunClaim => {
      const rulings = rulingsOf(run.verdictsByClaimId.get(claim.id) ?? []);
      return { ...describe(run, claim, [claim], rulings, read), label: `L${index + 1}`, isFinal: false, state: stateOf(rulings), place: reason };
    }),
  );
}

function describe(run: AuditedRun, claim: FinalClaim | CandidateClaim, from: CandidateClaim[], rulings: Ruling[], read: ReturnType<typeof quoteReader>) {
  const finderOf = (quote: CitedQuote) => from.find(({ quotes }) => quotes.some(({ sourceId, exact }) => sourceId === quote.sourceId && exact === quote.exact));
  const votes = rulings.flatMap((ruling) => ruling.votes);
  return {
    id: claim.id,
    text: claim.text,
    answers: claim.answers,
    doubt: claim.doubt,
    quotes: claim.quotes.map(read).map((quote) => ({ ...quote, stepId: finderOf(quote)?.stepId ?? null })),
    from: from.map(({ id, stepId, text }) => ({ id, stepId, text })),
    rulings,
    isTextCheckOnly: votes.length > 0 && votes.every(({ method }) => method === "text-check"),
    path: claimPath(run, { stepIds: [...new Set(from.map(({ stepId }) => stepId))], rulings, isInReport: !("stepId" in claim) }),
  };
}

function stateOf(rulings: readonly Ruling[]): ClaimState {
  if (rulings.length === 0) return "unverified";
  const verdicts = rulings.map(({ verdict }) => verdict);
  if (verdicts.includes("refuted")) return "refuted";
  return verdicts.includes("not-enough-info") ? "not-enough-info" : "supported";
}
