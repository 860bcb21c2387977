import { buildReport, missingById, reportAnswerSchema, reportProblems } from "../../../core/evidence/build-report.ts";
import type { CandidateClaim } from "../../../core/evidence/claim.ts";
import { collectClaims, type CollectedClaims } from "../../../core/evidence/collect-claims.ts";
import type { Report } from "../../../core/evidence/report.ts";
import type { RequestPart } from "../../../core/run/request-part.ts";
import type { ContextOrigin } from "../../../core/run/context-receipt.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import { reportPrompt } from "../prompts/report-prompt.ts";
import { askModel } from "./ask-model.ts";
import { roomFor } from "./call-model.ts";
import { Conversation } from "./conversation.ts";
import type { Executor } from "./executor.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";
import { readAnswer } from "./read-answer.ts";

const reportForm = jsonSchemaOf(reportAnswerSchema);
/** Of the room of its call: the rest is for an answer that has to be mended. */
const candidateShare = 0.8;

/** Merges candidate claims into a report with citations (DESIGN.md §5). */
export const executeSynthesize: Executor<"synthesize"> = async (step) => {
  const { node, brief, feedback } = step;
  if (typeof node.instructions !== "string" || typeof node.role !== "string") {
    return { status: "failed", code: "field-unknown", message: `"${node.title}" holds a field that nobody knows; it can't run until somebody fills it in.`, isRetryable: false };
  }
  const collected = collectClaims({ ...step.inputs });
  const conflicts = node.conflicts === "keep" ? "Conflicts are kept with both sides." : "Of claims that contradict each other, keep the better supported.";
  const instructions = [node.instructions, conflicts, node.requireEvidence ? "Claims without a quote in a source are left out." : "", feedback].filter((text) => text !== "").join("\n\n");
  const conversation = new Conversation();
  const parts: { origin: ContextOrigin; part: RequestPart }[] = [
    {
      origin: { kind: "plan", name: node.id },
      part: { part: "assignment", task: "report", title: node.title, instructions, doneWhen: "", answerAs: "report", schema: reportForm },
    },
    { origin: { kind: "brief", name: "question and requirements" }, part: { part: "brief", question: brief.question, requirements: brief.requirements } },
    ...[...missingById(collected)].map(([id, one]) => ({ origin: { kind: "input" as const, name: "missing" }, part: { part: "missing" as const, id, ...one } })),
  ];
  const limit = roomFor(step.model(node.role), { prompt: reportPrompt, tools: [], maxTokens: null });
  const { shown, left } = fitCandidates(collected, limit === null ? Infinity : limit * candidateShare - countTokens(JSON.stringify(parts)));
  parts.push(...shown);
  if (left.length > 0) {
    const what = `${left.length} of ${collected.claims.length} claims`;
    parts.push({ origin: { kind: "limit", name: "tokens" }, part: { part: "cut", left: [what] } });
    conversation.note({ origin: { kind: "input", name: "claims" }, what, tokens: left.reduce((sum, { tokens }) => sum + tokens, 0) });
  }
  conversation.ask(parts);
  const asked = await askModel(step, conversation, {
    role: node.role,
    prompt: reportPrompt,
    tools: [],
    maxTurns: 1,
    maxTokens: null,
    tokenBudget: null,
    answerSchema: reportForm,
    read: (text) => {
      const read = readAnswer(text, reportAnswerSchema);
      const problems = read.ok ? reportProblems(read.answer, collected) : read.problems;
      return read.ok && problems.length === 0 ? read : { ok: false, problems: problems.slice(0, 8) };
    },
  });
  if (!asked.ok) return asked.outcome;
  const report = buildReport(asked.answer, collected, {
    reportStepId: step.stepId,
    requireEvidence: node.requireEvidence,
    keepConflicts: node.conflicts === "keep",
    requirements: brief.requirements,
  });
  return { status: "completed", output: asJson(report), summary: summaryOf(report) };
};

/**
 * As many candidates as there is room for, whole: those that were refuted are left out first, then the last. The report
 * names them among those that it left out.
 */
function fitCandidates(collected: CollectedClaims, room: number) {
  const all = collected.claims.map((claim) => {
    const part = candidatePart(claim, collected);
    const verdicts = collected.verdicts.filter(({ claimId }) => claimId === claim.id);
    return { part, tokens: countTokens(JSON.stringify(part.part)), isRefuted: verdicts.some(({ verdict }) => verdict === "refuted") };
  });
  const kept = new Set<(typeof all)[number]>();
  let used = 0;
  for (const one of all.toSorted((a, b) => Number(a.isRefuted) - Number(b.isRefuted))) {
    used += one.tokens;
    if (used > room) break;
    kept.add(one);
  }
  return { shown: all.filter((one) => kept.has(one)).map(({ part }) => part), left: all.filter((one) => !kept.has(one)) };
}

function candidatePart(claim: CandidateClaim, { verdicts }: CollectedClaims): { origin: ContextOrigin; part: RequestPart } {
  const own = verdicts.filter(({ claimId }) => claimId === claim.id).map(({ verdict, reason, method }) => ({ verdict, reason, method }));
  return { origin: { kind: "claim", name: claim.id }, part: { part: "candidate", claim, verdicts: own } };
}

function summaryOf({ claims, unanswered, conflicts }: Report): string {
  const parts = [claims.length === 1 ? "1 claim" : `${claims.length} claims`];
  if (conflicts.length > 0) parts.push(conflicts.length === 1 ? "1 conflict" : `${conflicts.length} conflicts`);
  if (unanswered.length > 0) parts.push(`${unanswered.length} unanswered`);
  return parts.join(", ");
}

function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
