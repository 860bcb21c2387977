import type { RequestPartOf } from "../../../../core/run/request-part.ts";
import { isSameStatement, statementOf, type Statement } from "../reading/statement.ts";

/** Candidate claims that say nearly the same, as one claim of the report. */
export interface MergedClaim {
  key: string;
  text: string;
  /** Ids of the candidates. */
  from: string[];
  answers: string[];
  /** Whether all of them may not answer what was asked. */
  isDoubtful: boolean;
  /** Title of the step that found the first. */
  foundBy: string;
}

/** Joins near-duplicates, in the order of their first; nothing that differs in a number or a negation is one. */
export function mergeClaims(candidates: readonly RequestPartOf<"candidate">[]): MergedClaim[] {
  const merged: (MergedClaim & { statement: Statement })[] = [];
  for (const { claim } of candidates) {
    const statement = statementOf(claim.text);
    const same = merged.find((other) => isSameStatement(statement, other.statement));
    if (same === undefined) {
      merged.push({ key: `c${merged.length + 1}`, text: claim.text, from: [claim.id], answers: [...claim.answers], isDoubtful: claim.doubt !== "", foundBy: claim.foundBy ?? "", statement });
    } else {
      same.from.push(claim.id);
      same.isDoubtful &&= claim.doubt !== "";
      same.answers = [...new Set([...same.answers, ...claim.answers])];
    }
  }
  return merged.map(({ statement: _, ...claim }) => claim);
}
