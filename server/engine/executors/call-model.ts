import { jsonSchema, streamText, tool, type ModelMessage } from "ai";
import type { ContextReceipt } from "../../../core/run/context-receipt.ts";
import type { CallEvent, TokenUsage } from "../../../core/run/run-event.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import { wellFormedDeep } from "../../../core/text/well-formed.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { ModelRole } from "../../../core/workflow/model-role.ts";
import type { Prompt } from "../prompts/prompt.ts";
import type { Conversation } from "./conversation.ts";
import type { GrantedTool } from "./executor-ports.ts";
import type { StepRun } from "./executor.ts";

/** What a step of any kind needs to call a model. */
export type CallingStep = Omit<StepRun, "node">;

/** What one turn of a model brought. */
export interface ModelTurn {
  text: string;
  calls: { toolCallId: string; toolName: string; input: JsonValue }[];
  finishReason: string;
  /** Tokens that it took, in and out. */
  tokens: number;
}

export interface ModelCall {
  /** Its number within the attempt, from 1. */
  call: number;
  role: ModelRole;
  prompt: Prompt;
  tools: readonly GrantedTool[];
  maxTokens: number | null;
}

/** Room that is kept free for an answer before its length is known. */
const answerTokens = 4_000;

/**
 * Calls a model once: reserves what the call may take, streams it, and records it with its receipt. A call that is on
 * record already, because the attempt was cut off after it, is answered from there.
 * @throws BudgetReached before the call; what the provider throws.
 */
export async function callModel(step: CallingStep, conversation: Conversation, asked: ModelCall): Promise<ModelTurn> {
  const { model, name, microUsdPerMillionTokens } = step.model(asked.role);
  const receipt = step.contents.keep(receiptOf(step, conversation, asked, name));
  const earlier = step.earlierCalls.find((event): event is ModelCalled => event.type === "model-called" && event.call === asked.call && event.receipt === receipt);
  if (earlier !== undefined) return recalled(step, earlier, conversation);
  const reservation = await step.reserve({ role: asked.role, tokens: conversation.tokens + countTokens(asked.prompt.instructions) + answerTokens });
  try {
    const started = performance.now();
    const result = streamText({
      model,
      instructions: asked.prompt.instructions,
      messages: conversation.messages,
      tools: Object.fromEntries(asked.tools.map(({ name: toolName, description, inputSchema }) => [toolName, tool({ description, inputSchema: jsonSchema(inputSchema) })])),
      abortSignal: step.signal,
      // Failures are thrown below, to whoever records how the attempt ended.
      onError: () => undefined,
    });
    for await (const part of result.stream) {
      if (part.type === "error") throw part.error;
      if (part.type === "abort") step.signal.throwIfAborted();
    }
    const [text, toolCalls, usage, finishReason, messages] = await Promise.all([result.text, result.toolCalls, result.usage, result.finishReason, result.responseMessages]);
    const calls = toolCalls.map(({ toolCallId, toolName, input }) => ({ toolCallId, toolName, input: asJson(input) }));
    const said = wellFormedDeep(asJson({ text, calls }));
    const used: TokenUsage = {
      input: usage.inputTokens ?? conversation.tokens,
      output: usage.outputTokens ?? countTokens(text),
      cachedInput: usage.inputTokenDetails.cacheReadTokens ?? 0,
      reasoning: usage.outputTokenDetails.reasoningTokens ?? 0,
    };
    await step.record([
      {
        type: "model-called",
        stepId: step.stepId,
        attempt: step.attempt,
        call: asked.call,
        role: asked.role,
        model: name,
        receipt,
        answer: step.contents.put(said),
        usage: used,
        costMicroUsd: microUsdPerMillionTokens === null ? null : Math.ceil(((used.input + used.output) * microUsdPerMillionTokens) / 1_000_000),
        finishReason,
        promptVersion: asked.prompt.version,
        durationMs: Math.round(performance.now() - started),
      },
    ]);
    conversation.answered(withoutResults(messages), said);
    return { text, calls, finishReason, tokens: used.input + used.output };
  } finally {
    reservation.release();
  }
}

type ModelCalled = Extract<CallEvent, { type: "model-called" }>;

async function recalled(step: CallingStep, event: ModelCalled, conversation: Conversation): Promise<ModelTurn> {
  const said = (await step.contents.get(event.answer)) as Pick<ModelTurn, "text" | "calls">;
  const content = [...(said.text === "" ? [] : [{ type: "text" as const, text: said.text }]), ...said.calls.map((call) => ({ type: "tool-call" as const, ...call }))];
  conversation.answered([{ role: "assistant", content }], asJson(said));
  return { ...said, finishReason: event.finishReason, tokens: event.usage.input + event.usage.output };
}

/** Results of tools come from ours alone; what the SDK says to calls that it couldn't read is said there. */
function withoutResults(messages: readonly ModelMessage[]): ModelMessage[] {
  return messages.filter(({ role }) => role === "assistant");
}

function receiptOf(step: CallingStep, conversation: Conversation, { role, prompt, tools, maxTokens }: ModelCall, model: string): JsonValue {
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
    tools: tools.map(({ name }) => name),
    cut: conversation.cut,
    tokens: system.tokens + conversation.tokens,
    maxTokens,
  };
  return asJson(receipt);
}

function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value ?? null));
}
