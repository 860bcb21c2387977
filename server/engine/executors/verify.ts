import { z } from "zod";
import type { CandidateClaim } from "../../../core/evidence/claim.ts";
import { collectClaims } from "../../../core/evidence/collect-claims.ts";
import type { Verdict } from "../../../core/evidence/verdict.ts";
import type { RequestPartOf } from "../../../core/run/request-part.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import { critiquePrompt } from "../prompts/critique-prompt.ts";
import { verifyPrompt } from "../prompts/verify-prompt.ts";
import type { Prompt } from "../../../core/models/prompt.ts";
import type { ModelRole } from "../../../core/workflow/model-role.ts";
import { askModel } from "./ask-model.ts";
import { roomFor } from "./call-model.ts";
import { Conversation } from "./conversation.ts";
import type { Executor, StepRun } from "./executor.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";
import { readAnswer } from "./read-answer.ts";

/** So many characters before and after a quote are shown with it: what stands around it may contradict. */
const around = 300;
/** Claims of one call: more of them would be ruled on by comparison with each other. */
const claimsPerCall = 12;
const tokensPerCall = 10_000;
/** Of the room of a call: the rest is for the assignment, and for an answer that has to be mended. */
const claimShare = 0.6;

const rulingsSchema = z.strictObject({
  verdicts: z.array(z.strictObject({ claimId: z.string(), verdict: z.enum(["supported", "refuted", "not-enough-info"]), reason: z.string().max(1_000) })),
});

const rulingsForm = jsonSchemaOf(rulingsSchema);

interface ShownClaim {
  claim: CandidateClaim;
  part: RequestPartOf<"claim">;
}

/** Rules on every claim that comes in, on the claim and its evidence alone (DESIGN.md §5, VERIFICATION.md). */
export const executeVerify: Executor<"verify"> = async (step) => {
  const { node } = step;
  if (typeof node.criteria !== "string" || typeof node.role !== "string" || !Array.isArray(node.sees)) {
    return { status: "failed", code: "field-unknown", message: `"${node.title}" holds a field that nobody knows; it can't run until somebody fills it in.`, isRetryable: false };
  }
  const { role, criteria, sees } = node;
  const prompt = role === "critic" ? critiquePrompt : verifyPrompt;
  const collected = collectClaims({ ...step.inputs });
  const shown = await Promise.all(collected.claims.map((claim) => show(step, claim, sees.includes("evidence"))));
  const verdicts: Verdict[] = [];
  let calls = 0;
  for (let vote = 1; vote <= node.votes; vote += 1) {
    for (const batch of batches(shown, tokensOfCall(step, role, prompt))) {
      const conversation = new Conversation();
      conversation.ask([
        {
          origin: { kind: "plan", name: node.id },
          part: { part: "assignment", task: "verify", title: node.title, instructions: criteria, doneWhen: "", answerAs: "verdicts", schema: rulingsForm },
        },
        ...batch.map(({ claim, part }) => ({ origin: { kind: "claim" as const, name: claim.id }, part })),
      ]);
      const asked = await askModel(step, conversation, { role, prompt, tools: [], maxTurns: 1, maxTokens: null, tokenBudget: null, answerSchema: rulingsForm, firstCall: calls + 1, read: (text) => readRulings(text, batch) });
      if (!asked.ok) return asked.outcome;
      calls += asked.calls;
      verdicts.push(...verdictsOf(step, batch, asked.answer, { vote, verifier: asked.model }));
    }
  }
  const refuted = new Set(collected.claims.filter(({ id }) => isRefuted(id, verdicts)).map(({ id }) => id));
  const isDropping = node.onRefuted === "drop";
  const dropped = isDropping ? collected.claims.filter(({ id }) => refuted.has(id)) : [];
  const output = {
    claims: collected.claims.filter((claim) => !dropped.includes(claim)),
    verdicts: [...collected.verdicts, ...verdicts],
    dropped: [...collected.dropped, ...dropped],
    missing: collected.missing,
  };
  return { status: "completed", output: asJson(output), summary: summaryOf(collected.claims, verdicts, refuted.size) };
};

/** A claim as its verifier sees it: its quotes, and the text around those that are in their source. */
async function show(step: Pick<StepRun, "findSource">, claim: CandidateClaim, hasEvidence: boolean): Promise<ShownClaim> {
  const surroundings: RequestPartOf<"claim">["surroundings"] = [];
  const quotes = hasEvidence ? claim.quotes : [];
  for (const { sourceId, place } of quotes) {
    const source = place === null ? null : await step.findSource(sourceId);
    if (source === null || place === null) continue;
    const [start, end] = [Math.max(0, place.start - around), Math.min(source.text.length, place.end + around)];
    surroundings.push({ sourceId, title: source.title, path: source.path, start, end, text: source.text.slice(start, end).toWellFormed() });
  }
  return { claim, part: { part: "claim", claimId: claim.id, text: claim.text, quotes, surroundings } };
}

/** No more claims at once than its model takes with the assignment. */
function tokensOfCall(step: Pick<StepRun, "model">, role: ModelRole, prompt: Prompt): number {
  const room = roomFor(step.model(role), { prompt, tools: [], maxTokens: null });
  return room === null ? tokensPerCall : Math.min(tokensPerCall, Math.floor(room * claimShare));
}

function batches(shown: readonly ShownClaim[], tokensAtOnce: number): ShownClaim[][] {
  const all: ShownClaim[][] = [];
  let tokens = 0;
  for (const one of shown) {
    const size = countTokens(JSON.stringify(one.part));
    const last = all.at(-1);
    if (last === undefined || last.length >= claimsPerCall || tokens + size > tokensAtOnce) {
      all.push([one]);
      tokens = size;
    } else {
      last.push(one);
      tokens += size;
    }
  }
  return all;
}

type Rulings = z.infer<typeof rulingsSchema>["verdicts"];

/** An answer is whole when it rules on each claim it was given, once, and on no other. */
function readRulings(text: string, batch: readonly ShownClaim[]) {
  const read = readAnswer(text, rulingsSchema);
  if (!read.ok) return read;
  const ruled = read.answer.verdicts.map(({ claimId }) => claimId);
  const wanted = batch.map(({ claim }) => claim.id);
  const problems = [
    ...wanted.filter((id) => !ruled.includes(id)).map((id) => `There is no verdict on "${id}".`),
    ...ruled.filter((id, index) => !wanted.includes(id) || ruled.indexOf(id) !== index).map((id) => `"${id}" is ruled on twice, or was not given.`),
  ];
  return problems.length === 0 ? ({ ok: true, answer: read.answer.verdicts } as const) : ({ ok: false, problems } as const);
}

function verdictsOf(step: Pick<StepRun, "stepId">, batch: readonly ShownClaim[], rulings: Rulings, { vote, verifier }: { vote: number; verifier: string }): Verdict[] {
  return rulings.map(({ claimId, verdict, reason }) => ({
    claimId,
    verdict,
    method: verifier.startsWith("offline:") ? "text-check" : "model",
    stepId: step.stepId,
    vote,
    verifier,
    reason,
    saw: batch.find(({ claim }) => claim.id === claimId)?.part.surroundings.map(({ sourceId, start, end }) => ({ sourceId, start, end })) ?? [],
  }));
}

/** By the majority of the votes. */
function isRefuted(claimId: string, verdicts: readonly Verdict[]): boolean {
  const own = verdicts.filter((verdict) => verdict.claimId === claimId);
  return own.filter(({ verdict }) => verdict === "refuted").length * 2 > own.length;
}

function summaryOf(claims: readonly CandidateClaim[], verdicts: readonly Verdict[], refuted: number): string {
  if (claims.length === 0) return "No claim to check";
  const supported = claims.filter(({ id }) => {
    const own = verdicts.filter(({ claimId }) => claimId === id);
    return own.filter(({ verdict }) => verdict === "supported").length * 2 > own.length;
  }).length;
  const rest = claims.length - supported - refuted;
  return [`${supported} of ${claims.length} supported`, refuted === 0 ? "" : `${refuted} refuted`, rest === 0 ? "" : `${rest} undecided`].filter((one) => one !== "").join(", ");
}

function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
