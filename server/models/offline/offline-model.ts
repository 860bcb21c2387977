import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { answerCritique } from "./answer-critique.ts";
import { answerPlan } from "./answer-plan.ts";
import { answerReport } from "./answer-report.ts";
import { answerRevision } from "./revise/answer-revision.ts";
import { answerVerdicts } from "./answer-verdicts.ts";
import { answerWork } from "./answer-work.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import { requestPartsIn } from "./request-parts.ts";
import { streamTurn } from "./stream-turn.ts";
import { contextOf, type Turn, type TurnContext } from "./turn.ts";

/** Its name in settings, manifests and on every screen that shows what it did. */
export const offlineModelName = "offline:templates";

const unknownTask =
  "This is the offline model: it plans by templates, quotes passages and compares texts. This prompt asks for something else, so there is no answer.";

/**
 * A language model for the AI SDK that runs in this process, without a network: no language model at all, but a
 * program that takes the same prompts, calls the same tools and streams the same way.
 * @param paceMs milliseconds between two chunks: what people want to watch grow needs some, tests and scripts none.
 */
export function createOfflineModel({ paceMs }: { paceMs: number }): LanguageModelV4 {
  const [provider = "offline", modelId = ""] = offlineModelName.split(":");
  return {
    specificationVersion: "v4",
    provider,
    modelId,
    supportedUrls: {},

    async doStream(options) {
      const turn = takeTurn(contextOf(options));
      return { stream: readableOf(partsOf(turn, options, paceMs)) };
    },

    async doGenerate(options) {
      const turn = takeTurn(contextOf(options));
      const content: LanguageModelV4Content[] =
        turn.type === "text"
          ? [{ type: "text", text: turn.text }]
          : turn.calls.map(({ toolName, input }, index) => ({
              type: "tool-call",
              toolCallId: callId(options, index),
              toolName,
              input: JSON.stringify(input),
            }));
      return { content, finishReason: finishReasonOf(turn), usage: usageOf(options, turn), warnings: [] };
    },
  };
}

function takeTurn(context: TurnContext): Turn {
  const parts = requestPartsIn(context.prompt);
  return answerWork(parts, context) ?? answerVerdicts(parts) ?? answerReport(parts) ?? answerRevision(context) ?? answerCritique(context) ?? answerPlan(context) ?? { type: "text", text: unknownTask };
}

async function* partsOf(turn: Turn, options: LanguageModelV4CallOptions, paceMs: number): AsyncGenerator<LanguageModelV4StreamPart> {
  yield { type: "stream-start", warnings: [] };
  let calls = 0;
  const newId = () => callId(options, calls++);
  yield* streamTurn(turn, { paceMs, signal: options.abortSignal, newId });
  yield { type: "finish", usage: usageOf(options, turn), finishReason: finishReasonOf(turn) };
}

function readableOf(parts: AsyncGenerator<LanguageModelV4StreamPart>): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** Unique within a conversation, and the same whenever the same conversation is gone through again. */
function callId({ prompt }: LanguageModelV4CallOptions, index: number): string {
  return `call-${prompt.length}-${index}`;
}

function finishReasonOf(turn: Turn): LanguageModelV4FinishReason {
  return { unified: turn.type === "text" ? "stop" : "tool-calls", raw: undefined };
}

function usageOf({ prompt, tools }: LanguageModelV4CallOptions, turn: Turn): LanguageModelV4Usage {
  const input = countTokens(JSON.stringify([prompt, tools ?? []]));
  const output = countTokens(turn.type === "text" ? turn.text : JSON.stringify(turn.calls));
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: output, text: output, reasoning: 0 },
  };
}
