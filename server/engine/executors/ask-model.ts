import type { JsonValue } from "../../../core/workflow/json-value.ts";
import { failureAdvice, ModelFailure } from "../../../core/models/model-failure.ts";
import { callModel, roomFor, type CallingStep, type ModelCall, type ModelTurn } from "./call-model.ts";
import type { Conversation } from "./conversation.ts";
import type { GrantedTool } from "./executor-ports.ts";
import type { StepOutcome } from "./executor.ts";
import type { Citation } from "./take-turn.ts";
import type { ReadAnswer } from "./read-answer.ts";

export interface Asking<Answer> extends Pick<ModelCall, "role" | "prompt" | "maxTokens" | "answerSchema"> {
  tools: readonly GrantedTool[];
  /** Turns in all, the answer's included. */
  maxTurns: number;
  /** What all turns together may take; the answer is asked for before that is gone. Null for no limit of its own. */
  tokenBudget: number | null;
  /** @param citations what the provider itself cites of it. */
  read(text: string, citations: readonly Citation[]): ReadAnswer<Answer>;
  /** The number of the first call within the attempt; 1 when left out. */
  firstCall?: number;
  /** What a tool answered, for whoever keeps track of what was read. */
  onResult?(output: JsonValue): Promise<void>;
}

export type Asked<Answer> =
  /** `model` is the one that answered. */
  { ok: true; answer: Answer; calls: number; model: string } | { ok: false; outcome: Extract<StepOutcome, { status: "failed" | "waiting" }> };

const mostCallsPerTurn = 16;
/** Of its context: when it is this full, what another round of tools brings would push out what the first brought. */
const fullShare = 0.8;
/** What another round of tools and the answer after it take beside what is there already. */
const roundTokens = 10_000;

/**
 * Lets a model work in turns until it answers in its schema: its calls of tools are made and told, a wrong answer is asked
 * for once more, and when its turns or tokens are used up the answer is due.
 */
export async function askModel<Answer>(step: CallingStep, conversation: Conversation, asking: Asking<Answer>): Promise<Asked<Answer>> {
  const { firstCall = 1, maxTurns, tokenBudget } = asking;
  const maxTokens = roomFor(step.model(asking.role), asking);
  let [turns, used, isMended, isDue] = [0, 0, false, false];
  for (;;) {
    if (maxTokens !== null && !conversation.fitInto(maxTokens)) return failed("context-overflow", `What this step is given takes ${conversation.tokens.toLocaleString("en")} tokens, above the ${maxTokens.toLocaleString("en")} of its context.`);
    const why = isDue || asking.tools.length === 0 ? null : reasonToAnswer({ turns, maxTurns, used, tokenBudget, tokens: conversation.tokens, maxTokens });
    if (why !== null) {
      isDue = true;
      if (turns > 0) conversation.ask([{ origin: { kind: "limit", name: why.limit }, part: { part: "answer-now", why: why.text } }]);
    }
    const turn = await orFailure(callModel(step, conversation, { ...asking, maxTokens, call: firstCall + turns, isDue }));
    if (turn instanceof ModelFailure) return { ok: false, outcome: outcomeOf(turn, step.stepId, asking.role) };
    turns += 1;
    used += turn.tokens;
    if (turn.calls.length > 0 && !isDue) {
      await callTools(step, conversation, turn.calls, asking.onResult);
      continue;
    }
    const read = asking.read(turn.text, turn.citations ?? []);
    if (read.ok) return { ok: true, answer: read.answer, calls: turns, model: turn.model };
    if (turn.finishReason === "length") read.problems.unshift("It was cut off at its limit of tokens: give a shorter one.");
    if (isMended) return failed("answer-invalid", `The model's answer was not in its form, twice: ${read.problems.join("; ")}`);
    isMended = true;
    isDue = true;
    if (turn.calls.length > 0) refuseCalls(conversation, turn.calls);
    conversation.ask([{ origin: { kind: "limit", name: "form" }, part: { part: "mend", problems: read.problems } }]);
  }
}

async function orFailure(asked: Promise<ModelTurn>): Promise<ModelTurn | ModelFailure> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ModelFailure) return error;
    throw error;
  }
}

/** What can pass, or be put right by a person, is waited for: nothing that is done is lost by it. */
function outcomeOf(failure: ModelFailure, stepId: string, role: ModelCall["role"]): Extract<StepOutcome, { status: "failed" | "waiting" }> {
  const { code, message, isBlocking } = failure;
  const said = `${message} ${failureAdvice[code]}`;
  if (isBlocking) return { status: "waiting", wait: { kind: "provider", stepId, role, message: said } };
  return { status: "failed", code: `model-${code}`, message: said, isRetryable: failure.isPassing };
}

interface Standing {
  turns: number;
  maxTurns: number;
  /** Tokens that all turns took so far, and what the next would send. */
  used: number;
  tokens: number;
  tokenBudget: number | null;
  maxTokens: number | null;
}

/** Why no tool may be called any more; null while some may. */
function reasonToAnswer({ turns, maxTurns, used, tokens, tokenBudget, maxTokens }: Standing) {
  if (turns >= maxTurns - 1) return { limit: "turns", text: `This is the last of ${maxTurns} turns.` };
  if (turns === 0) return null;
  if (tokenBudget !== null && used + 2 * tokens + roundTokens > tokenBudget) return { limit: "tokens", text: `Most of the ${tokenBudget.toLocaleString("en")} tokens of this step are used.` };
  if (maxTokens !== null && tokens > maxTokens * fullShare) return { limit: "context", text: `Most of the ${maxTokens.toLocaleString("en")} tokens of this context are used.` };
  return null;
}

async function callTools(step: CallingStep, conversation: Conversation, calls: readonly { toolCallId: string; toolName: string; input: JsonValue }[], onResult: Asking<unknown>["onResult"]): Promise<void> {
  const results = [];
  for (const [index, { toolCallId, toolName, input }] of calls.entries()) {
    if (index >= mostCallsPerTurn) {
      results.push({ toolCallId, toolName, output: { refused: "too-many", message: `At most ${mostCallsPerTurn} calls a turn.` }, isRefused: true });
      continue;
    }
    const outcome = await step.tools.call(toolName, input);
    if (outcome.ok) await onResult?.(outcome.output);
    results.push({ toolCallId, toolName, output: outcome.ok ? outcome.output : { refused: outcome.reason, message: outcome.message }, isRefused: !outcome.ok });
  }
  conversation.results(results);
}

/** Every call wants a result before a model may be asked on. */
function refuseCalls(conversation: Conversation, calls: readonly { toolCallId: string; toolName: string }[]): void {
  conversation.results(calls.map(({ toolCallId, toolName }) => ({ toolCallId, toolName, output: { refused: "not-granted", message: "No tool may be called any more." }, isRefused: true })));
}

function failed(code: string, message: string): Asked<never> {
  return { ok: false, outcome: { status: "failed", code, message, isRetryable: code === "answer-invalid" } };
}
