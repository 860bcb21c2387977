import { z } from "zod";
import type { CandidateClaim, Missing, PlacedQuote } from "./claim.ts";
import type { CollectedClaims } from "./collect-claims.ts";
import type { ClaimState, FinalClaim, Report } from "./report.ts";
import type { Verdict } from "./verdict.ts";

const key = z.string().min(1).max(60);
const sentence = z.strictObject({ text: z.string().min(1).max(4_000), claims: z.array(key).default([]), isConnective: z.boolean().default(false) });

/** What a synthesizer writes; claims go by keys of its own, and candidates by their ids. */
export const reportAnswerSchema = z.strictObject({
  claims: z.array(z.strictObject({ key, text: z.string().min(1).max(2_000), from: z.array(z.string()).min(1) })).max(400),
  blocks: z.array(z.strictObject({ type: z.enum(["heading", "paragraph", "list-item"]), sentences: z.array(sentence).min(1) })).max(400),
  conflicts: z.array(z.strictObject({ claims: z.array(key).min(2), about: z.string().max(500) })).default([]),
  leftOut: z.array(z.strictObject({ candidateId: z.string(), reason: z.enum(["merged", "dropped", "refuted", "unverified", "off-topic"]) })).default([]),
  unanswered: z
    .array(
      z.strictObject({
        requirementId: z.string().nullable().default(null),
        text: z.string().max(1_000),
        why: z.string().max(1_000),
        /** Ids of what workers looked for on it in vain. */
        lookedFor: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

/** What is missing, by the ids under which a synthesizer knows it: `M1`, `M2` … in the order in which it came in. */
export function missingById({ missing }: Pick<CollectedClaims, "missing">): Map<string, Missing> {
  return new Map(missing.map((one, index) => [`M${index + 1}`, one]));
}

/** What is wrong with an answer that has the form but names what isn't there; empty when nothing is. */
export function reportProblems(answer: ReportAnswer, { claims: candidates }: Pick<CollectedClaims, "claims">): string[] {
  const ids = new Set(candidates.map(({ id }) => id));
  const keys = new Set(answer.claims.map((claim) => claim.key));
  const named = [...answer.blocks.flatMap(({ sentences }) => sentences.flatMap(({ claims }) => claims)), ...answer.conflicts.flatMap(({ claims }) => claims)];
  return [
    ...answer.claims.flatMap(({ from }) => from.filter((id) => !ids.has(id)).map((id) => `There is no candidate "${id}".`)),
    ...named.filter((one) => !keys.has(one)).map((one) => `There is no claim with the key "${one}".`),
    ...(keys.size < answer.claims.length ? ["Two claims have the same key."] : []),
  ];
}

interface ReportRules {
  reportStepId: string;
  requireEvidence: boolean;
  /** Whether claims that contradict each other are kept with both sides. */
  keepConflicts: boolean;
  requirements: readonly { id: string; text: string }[];
}

/**
 * Makes a report of a synthesizer's answer. States follow from the verdicts, quotes and requirements from the candidates,
 * and every candidate that stands in no claim is named: a synthesizer can leave out, but nothing gets lost.
 */
export function buildReport(answer: ReportAnswer, collected: CollectedClaims, rules: ReportRules): Report {
  const candidatesById = new Map([...collected.claims, ...collected.dropped].map((claim) => [claim.id, claim]));
  const conflictKeys = new Set(answer.conflicts.flatMap(({ claims }) => claims));
  const isKept = new Set<string>();
  const claims = answer.claims.flatMap((claim): FinalClaim[] => {
    const from = claim.from.flatMap((id) => candidatesById.get(id) ?? []);
    const quotes = distinctQuotes(from);
    if (rules.requireEvidence && !quotes.some(({ place }) => place !== null)) return [];
    isKept.add(claim.key);
    const state = conflictKeys.has(claim.key) ? "conflicted" : stateOf(from, collected.verdicts);
    return [{ id: finalId(rules, claim.key), text: claim.text, from: from.map(({ id }) => id), state, answers: [...new Set(from.flatMap(({ answers }) => answers))], doubt: sharedDoubt(from), quotes }];
  });
  const blocks = answer.blocks.flatMap(({ type, sentences }) => {
    const kept = sentences
      .map(({ text, claims: keys, isConnective }) => ({ text, claimIds: keys.filter((one) => isKept.has(one)).map((one) => finalId(rules, one)), isConnective: isConnective || (type === "heading" && keys.length === 0), had: keys.length }))
      .filter(({ claimIds, had }) => had === 0 || claimIds.length > 0)
      .map(({ had: _, ...one }) => one);
    return kept.length === 0 ? [] : [{ type, sentences: kept }];
  });
  // People count them as they meet them; what no sentence states comes last.
  const mentioned = blocks.flatMap(({ sentences }) => sentences.flatMap(({ claimIds }) => claimIds));
  const metAt = ({ id }: FinalClaim) => (mentioned.includes(id) ? mentioned.indexOf(id) : mentioned.length);
  claims.sort((left, right) => metAt(left) - metAt(right));
  const used = new Set(claims.flatMap(({ from }) => from));
  const reasons = new Map(answer.leftOut.map(({ candidateId, reason }) => [candidateId, reason]));
  const leftOut = [...candidatesById.values()].filter(({ id }) => !used.has(id)).map((claim) => ({ candidateId: claim.id, reason: reasonFor(claim, collected, reasons.get(claim.id)) }));
  return {
    blocks,
    claims,
    conflicts: rules.keepConflicts
      ? answer.conflicts.map(({ claims: keys, about }) => ({ claimIds: keys.filter((one) => isKept.has(one)).map((one) => finalId(rules, one)), about })).filter(({ claimIds }) => claimIds.length > 1)
      : [],
    leftOut,
    unanswered: unansweredOf(answer, claims, collected, rules),
  };
}

/** What one worker doubts another may have found to answer. */
function sharedDoubt(from: readonly CandidateClaim[]): string {
  return from.every(({ doubt }) => doubt !== "") ? (from[0]?.doubt ?? "") : "";
}

function finalId({ reportStepId }: ReportRules, claimKey: string): string {
  return `${reportStepId}#${claimKey}`;
}

/** By the majority of all verdicts on all candidates; without one of them ruled on, unverified. */
function stateOf(from: readonly CandidateClaim[], verdicts: readonly Verdict[]): ClaimState {
  const ids = new Set(from.map(({ id }) => id));
  const own = verdicts.filter(({ claimId }) => ids.has(claimId));
  if (own.length === 0) return "unverified";
  const share = (wanted: Verdict["verdict"]) => own.filter(({ verdict }) => verdict === wanted).length * 2 > own.length;
  if (share("supported")) return "supported";
  return share("refuted") ? "refuted" : "not-enough-info";
}

function reasonFor(claim: CandidateClaim, { verdicts, dropped }: CollectedClaims, said: Report["leftOut"][number]["reason"] | undefined): Report["leftOut"][number]["reason"] {
  const state = stateOf([claim], verdicts);
  if (state === "refuted" || dropped.includes(claim)) return "refuted";
  if (said !== undefined) return said;
  return state === "unverified" ? "unverified" : "dropped";
}

/** More of them would read like an answer. */
const mostClosest = 4;

function distinctQuotes(claims: readonly Pick<CandidateClaim, "quotes">[]): PlacedQuote[] {
  return [...new Map(claims.flatMap(({ quotes }) => quotes).map((quote) => [`${quote.sourceId} ${quote.place?.start ?? ""} ${quote.exact}`, quote])).values()];
}

/** What it says is open, and every requirement that none of its claims answers without a doubt, whether it says so or not. */
function unansweredOf(answer: ReportAnswer, claims: readonly FinalClaim[], collected: CollectedClaims, { requirements }: ReportRules): Report["unanswered"] {
  const known = new Set(requirements.map(({ id }) => id));
  const lookedFor = missingById(collected);
  const closestTo = (requirementId: string | null, named: readonly string[]) => {
    const own = [...lookedFor].filter(([id, { answers }]) => named.includes(id) || (requirementId !== null && answers.includes(requirementId)));
    return distinctQuotes(own.map(([, { closest }]) => ({ quotes: closest }))).slice(0, mostClosest);
  };
  const said = answer.unanswered.map(({ requirementId: id, lookedFor: named, ...one }) => {
    const requirementId = id !== null && known.has(id) ? id : null;
    return { requirementId, ...one, closest: closestTo(requirementId, named) };
  });
  const settled = new Set([...claims.flatMap(({ answers, doubt }) => (doubt === "" ? answers : [])), ...said.map(({ requirementId }) => requirementId)]);
  const whyOpen = (id: string) => (claims.some(({ answers }) => answers.includes(id)) ? "What the report says on it may not answer it." : "No claim of the report answers it.");
  return [...said, ...requirements.filter(({ id }) => !settled.has(id)).map(({ id, text }) => ({ requirementId: id, text, why: whyOpen(id), closest: closestTo(id, []) }))];
}
