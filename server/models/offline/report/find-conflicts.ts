import { stemsOf } from "../question/stem.ts";
import { cleanLine, isStopWord } from "../question/words.ts";
import { statementOf } from "../reading/statement.ts";
import type { MergedClaim } from "./merge-claims.ts";

/** How many of all words of two sentences are in both before their difference is a contradiction. */
const sameSubject = 0.8;
/** Of fewer words too many sentences are made. */
const fewestWords = 4;
const mostConflicts = 10;

/** Claims that say the same of the same, but for a number or a negation. */
export function findConflicts(claims: readonly MergedClaim[]): { keys: string[]; about: string }[] {
  const read = claims.map((claim) => ({ claim, words: subjectOf(claim.text), name: nameOf(claim.text), signs: statementOf(claim.text).signs }));
  const conflicts = read.flatMap((one, index) =>
    read.slice(index + 1).flatMap((other) => {
      if (one.signs === other.signs || one.name !== other.name || one.words.size < fewestWords || overlap(one.words, other.words) < sameSubject) return [];
      return [{ keys: [one.claim.key, other.claim.key], about: `"${cleanLine(one.claim.text, 80)}"` }];
    }),
  );
  return conflicts.slice(0, mostConflicts);
}

/** What a row of a table or an entry of a list is about; what says the same of two things contradicts nothing. */
function nameOf(text: string): string {
  return /^([^:.]{1,60}):\s/.exec(text)?.[1]?.toLowerCase() ?? "";
}

function subjectOf(text: string): Set<string> {
  const words = text.replaceAll(/\b(?:not|no|never|cannot|without|[a-z]+n't)\b|\d+(?:[.,]\d+)*/gi, " ").split(/\s+/).filter((word) => !isStopWord(word));
  return new Set(stemsOf(words.join(" ")));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}
