import type { RequestPartOf } from "../../../../core/run/request-part.ts";
import { stemsOf } from "../question/stem.ts";
import { isAlike } from "../reading/write-claims.ts";

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
  const merged: (MergedClaim & { stems: ReadonlySet<string>; signs: string })[] = [];
  for (const { claim } of candidates) {
    const stems = new Set(stemsOf(claim.text));
    const signs = signsOf(claim.text);
    const same = merged.find((other) => other.signs === signs && isAlike(stems, other.stems));
    if (same === undefined) {
      merged.push({ key: `c${merged.length + 1}`, text: claim.text, from: [claim.id], answers: [...claim.answers], isDoubtful: claim.doubt !== "", foundBy: claim.foundBy ?? "", stems, signs });
    } else {
      same.from.push(claim.id);
      same.isDoubtful &&= claim.doubt !== "";
      same.answers = [...new Set([...same.answers, ...claim.answers])];
    }
  }
  return merged.map(({ stems: _, signs: __, ...claim }) => claim);
}

/** What makes two like sentences say different things. */
export function signsOf(text: string): string {
  const numbers = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const denials = text.match(/\b(?:not|no|never|cannot|without|[a-z]+n't)\b/gi) ?? [];
  return `${[...new Set(numbers)].toSorted().join(" ")}|${denials.length % 2}`;
}
