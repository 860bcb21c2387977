import type { RequestPartOf } from "../../../core/run/request-part.ts";
import { stemsOf } from "./question/stem.ts";
import { isStopWord } from "./question/words.ts";
import type { RequestParts } from "./request-parts.ts";
import type { Turn } from "./turn.ts";
import { plainText } from "./reading/plain-text.ts";

interface Ruling {
  verdict: "supported" | "refuted" | "not-enough-info";
  reason: string;
}

/** Words of a claim that its quotes have to hold, and above which another number or a "not" is a contradiction. */
const enough = 0.85;
const aboutTheSame = 0.6;

const negation = /\b(?:not|no|never|none|neither|nor|cannot|without|unsupported|[a-z]+n't)\b/gi;
const number = /\d+(?:[.,]\d+)*/g;

/** Rules on claims by comparing texts: words, numbers, names and negations of a claim with those of its quotes. */
export function answerVerdicts(parts: RequestParts): Turn | null {
  if (parts.one("assignment")?.task !== "verify") return null;
  // After a failed answer the same claims are asked again.
  const claims = new Map(parts.each("claim").map((claim) => [claim.claimId, claim]));
  const verdicts = [...claims.values()].map((claim) => ({ claimId: claim.claimId, ...rule(claim) }));
  return { type: "text", text: JSON.stringify({ verdicts }) };
}

function rule({ text, quotes, surroundings }: RequestPartOf<"claim">): Ruling {
  if (quotes.length === 0) return undecided("It has no quote.");
  const placed = quotes.filter(({ place }) => place !== null);
  if (placed.length === 0) return undecided("None of its quotes is in its source.");
  const evidence = placed.map(({ exact }) => plainText(exact)).join(" ");
  const claimWords = wordsOf(text);
  const held = new Set(stemsOf(`${evidence} ${placed.map(({ exact }) => exact).join(" ")}`));
  const missingWords = claimWords.filter((word) => !stemsOf(word).every((one) => held.has(one)));
  const share = claimWords.length === 0 ? 0 : 1 - missingWords.length / claimWords.length;
  const evidenceNumbers = new Set<string>(evidence.match(number) ?? []);
  const strangeNumbers = [...new Set<string>(text.match(number) ?? [])].filter((one) => !evidenceNumbers.has(one));
  if (strangeNumbers.length > 0) {
    const near = surroundings.some(({ text: around }) => strangeNumbers.every((one) => new Set<string>(around.match(number) ?? []).has(one)));
    if (share >= aboutTheSame && evidenceNumbers.size > 0 && !near) return { verdict: "refuted", reason: `It says ${strangeNumbers.join(", ")}; its quote says ${[...evidenceNumbers].slice(0, 4).join(", ")}.` };
    return undecided(`${strangeNumbers.join(", ")} is not in its quotes.`);
  }
  const [denials, denialsInEvidence] = [text.match(negation)?.length ?? 0, evidence.match(negation)?.length ?? 0];
  if (share >= aboutTheSame && denials % 2 !== denialsInEvidence % 2 && isSameSentence(text, evidence)) {
    return { verdict: "refuted", reason: denials > denialsInEvidence ? "It denies what its quote affirms." : "It affirms what its quote denies." };
  }
  if (share < enough) return undecided(`Its quotes don't say: ${missingWords.slice(0, 6).join(", ")}.`);
  return { verdict: "supported", reason: "Its words, numbers and negations are those of its quotes." };
}

/** A claim cut from a longer quote has fewer denials for that reason alone. */
function isSameSentence(claim: string, evidence: string): boolean {
  return wordsOf(evidence).length <= wordsOf(claim).length * 1.3 + 3;
}

function wordsOf(text: string): string[] {
  return [...new Set(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])].filter((word) => !isStopWord(word));
}

function undecided(reason: string): Ruling {
  return { verdict: "not-enough-info", reason };
}
