import { z } from "zod";
import { ModelFailure, type FailedTry } from "../../../core/models/model-failure.ts";
import { costOfUsage } from "../../../core/models/model-price.ts";
import type { Prompt } from "../../../core/models/prompt.ts";
import type { ContextReceipt } from "../../../core/run/context-receipt.ts";
import type { CallEvent } from "../../../core/run/run-event.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import { jsonValueSchema, type JsonObject, type JsonValue } from "../../../core/workflow/json-value.ts";
import type { ModelRole } from "../../../core/workflow/model-role.ts";
import { BudgetReached } from "./budget-reached.ts";
import type { Conversation } from "./conversation.ts";
import type { CallableModel, GrantedTool } from "./executor-ports.ts";
import type { Reservation, StepRun } from "./executor.ts";
import { showWords } from "../show-words.ts";
import { takeTurn, type Said } from "./take-turn.ts";

/** What a step of any kind needs to call a model. */
export type CallingStep = Omit<StepRun, "node">;

/** What one turn of a model brought. */
export interface ModelTurn extends Said {
  finishReason: string;
  /** Tokens that it took, in and out. */
  tokens: number;
  /** Which model answered, as `provider:model`. */
  model: string;
}

export interface ModelCall {
  /** Its number within the attempt, from 1. */
  call: number;
  role: ModelRole;
  prompt: Prompt;
  tools: readonly GrantedTool[];
  /** No tool may be called any more. They are named all the same where calls of them stand in the conversation: providers want that. */
  isDue: boolean;
  maxTokens: number | null;
  /** The JSON Schema of the answer; null where it is no JSON. */
  answerSchema: JsonObject | null;
}

/** Room that is kept free for an answer before its length is known, where the budget has it: some models think before they write. */
const wishedAnswerTokens = 16_000;
/** With less there is no use in asking. */
const leastAnswerTokens = 4_000;
/** Of our count of what is sent: others count more of it. */
const countMargin = 1.25;
const shownRefusal = 300;
/** Of one model, when an answer broke off; before its first word the model itself is patient. */
const triesOfAnAnswer = 2;

/**
 * Calls the model of a role once: reserves what the call may take, streams it, and records it with its receipt, also when
 * no answer came. A model that can't be used gives way to the role's fallback. A call that is on record already, because
 * the attempt was cut off after it, is answered from there.
 * @throws BudgetReached before the call; ModelFailure when no model answered.
 */
export async function callModel(step: CallingStep, conversation: Conversation, asked: ModelCall): Promise<ModelTurn> {
  const own = step.model(asked.role);
  const models = own.fallback === null ? [own] : [own, own.fallback];
  const receipts = new Map(models.map((model) => [model, step.contents.keep(receiptOf(step, conversation, asked, model.name))]));
  const earlier = step.earlierCalls.find((event): event is ModelCalled => event.type === "model-called" && event.call === asked.call && [...receipts.values()].includes(event.receipt));
  if (earlier !== undefined) return recalled(step, earlier, conversation);
  let failure: ModelFailure | null = null;
  for (const model of models) {
    const outcome = await callOne(step, conversation, asked, { model, insteadOf: model === own ? null : own.name, receipt: receipts.get(model) ?? "" });
    if (!(outcome instanceof ModelFailure)) return outcome;
    failure ??= outcome;
    if (!outcome.isBlocking && !outcome.isPassing) break;
  }
  throw failure ?? new Error("A role has at least one model.");
}

async function callOne(
  step: CallingStep,
  conversation: Conversation,
  asked: ModelCall,
  { model, insteadOf, receipt }: { model: CallableModel; insteadOf: string | null; receipt: string },
): Promise<ModelTurn | ModelFailure> {
  const inputTokens = conversation.tokens + countTokens(asked.prompt.instructions) + (model.isOffline ? 0 : countTokens(JSON.stringify(asked.tools)));
  for (let tried = 1; ; tried += 1) {
    const { reservation, answerTokens } = await reserve(step, asked.role, model, inputTokens);
    try {
      const started = performance.now();
      const ofCall = { stepId: step.stepId, attempt: step.attempt, call: asked.call, role: asked.role, model: model.name };
      const onRetry = ({ failure: { code, message }, durationMs, retryInMs }: FailedTry) => step.record([{ type: "model-failed", ...ofCall, code, message, usage: null, costMicroUsd: null, durationMs, retryInMs }]);
      const words = showWords((text) => step.show({ call: asked.call, model: model.name, text }));
      const outcome = await takeTurn(model, { instructions: asked.prompt.instructions, messages: conversation.messages, tools: model.isOffline && asked.isDue ? [] : asked.tools, mayCallTools: !asked.isDue, answerSchema: asked.answerSchema, inputTokens, mostTokens: answerTokens, signal: step.signal, onRetry, onPiece: words.grow }).finally(words.end);
      const about = { ...ofCall, durationMs: Math.round(performance.now() - started) };
      if (!outcome.ok) {
        const { failure, usage } = outcome;
        await step.record([{ type: "model-failed", ...about, code: failure.code, message: failure.message, usage, costMicroUsd: usage === null ? null : costOfUsage(usage, model.price) }]);
        if (failure.isPassing && usage !== null && tried < triesOfAnAnswer) continue;
        return failure;
      }
      const { said, usage, finishReason, messages } = outcome.turn;
      await step.record([
        {
          type: "model-called",
          ...about,
          receipt,
          answer: step.contents.put(asJson(said)),
          usage,
          costMicroUsd: costOfUsage(usage, model.price),
          finishReason,
          promptVersion: asked.prompt.version,
          ...(insteadOf === null ? {} : { insteadOf }),
        },
      ]);
      if (finishReason === "content-filter") return declined(model.name, said.text);
      conversation.answered(messages, asJson(said));
      return { ...said, finishReason, tokens: usage.input + usage.output, model: model.name };
    } finally {
      reservation.release();
    }
  }
}

/** A filter's doing and a model's own refusal look alike on the wire; what it said goes along. */
function declined(model: string, said: string): ModelFailure {
  const words = said.trim().slice(0, shownRefusal).toWellFormed();
  return new ModelFailure("filtered", `${model} or its provider's filter declined to answer${words === "" ? "." : `: ${words}`}`);
}

/** As much as is wished for an answer, else as much as it needs. */
async function reserve(step: CallingStep, role: ModelRole, { isOffline, contextTokens }: CallableModel, inputTokens: number): Promise<{ reservation: Reservation; answerTokens: number }> {
  const input = isOffline ? inputTokens : Math.ceil(inputTokens * countMargin);
  const wished = isOffline ? leastAnswerTokens : Math.max(leastAnswerTokens, Math.min(wishedAnswerTokens, Math.floor((contextTokens ?? Infinity) / 4)));
  try {
    return { reservation: await step.reserve({ role, tokens: input + wished }), answerTokens: wished };
  } catch (error) {
    if (!(error instanceof BudgetReached) || wished === leastAnswerTokens) throw error;
    return { reservation: await step.reserve({ role, tokens: input + leastAnswerTokens }), answerTokens: leastAnswerTokens };
  }
}

/**
 * How many tokens a conversation may have so that a role's models take it whole with their answer: the smaller of what
 * the step may have and what the windows hold (an eighth to a quarter is left for the answer). Null where neither is known.
 */
export function roomFor({ contextTokens, fallback }: Pick<ReturnType<CallingStep["model"]>, "contextTokens" | "fallback">, { prompt, tools, maxTokens }: Pick<ModelCall, "prompt" | "tools" | "maxTokens">): number | null {
  const overhead = countTokens(prompt.instructions) + countTokens(JSON.stringify(tools));
  const windows = [contextTokens, fallback?.contextTokens ?? null].flatMap((window) => (window === null ? [] : [Math.floor((window * 3) / 4 / countMargin) - overhead]));
  const limits = maxTokens === null ? windows : [...windows, maxTokens];
  return limits.length === 0 ? null : Math.max(1, Math.min(...limits));
}

const saidSchema = z.object({
  text: z.string(),
  calls: z.array(z.object({ toolCallId: z.string(), toolName: z.string(), input: jsonValueSchema })),
  citations: z.array(z.object({ start: z.number(), end: z.number(), sourceId: z.string(), exact: z.string() })).optional(),
});

type ModelCalled = Extract<CallEvent, { type: "model-called" }>;

async function recalled(step: CallingStep, event: ModelCalled, conversation: Conversation): Promise<ModelTurn> {
  const said = saidSchema.parse(await step.contents.get(event.answer));
  if (event.finishReason === "content-filter") throw declined(event.model, said.text);
  const content = [...(said.text === "" ? [] : [{ type: "text" as const, text: said.text }]), ...said.calls.map((call) => ({ type: "tool-call" as const, ...call }))];
  conversation.answered([{ role: "assistant", content }], asJson(said));
  return { ...said, finishReason: event.finishReason, tokens: event.usage.input + event.usage.output, model: event.model };
}

function receiptOf(step: CallingStep, conversation: Conversation, { role, prompt, tools, isDue, maxTokens }: ModelCall, model: string): JsonValue {
  const system = { origin: { kind: "prompt" as const, name: prompt.version }, tokens: countTokens(prompt.instructions), content: step.contents.put(prompt.instructions) };
  const receipt: ContextReceipt = {
    format: "countersign/receipt@1",
    role,
    model,
    promptVersion: prompt.version,
    messages: [
      { role: "system", parts: [system] },
      ...conversation.entries().map((entry) => ({
        role: entry.role,
        parts: entry.parts.map(({ origin, tokens, content }) => ({ origin, tokens, content: step.contents.put(content) })),
      })),
    ],
    tools: isDue ? [] : tools.map(({ name }) => name),
    cut: conversation.cut,
    tokens: system.tokens + conversation.tokens,
    maxTokens,
  };
  return asJson(receipt);
}

function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value ?? null));
}
