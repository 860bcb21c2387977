import { jsonSchema, streamText, tool, wrapLanguageModel, type LanguageModel, type LanguageModelMiddleware, type ModelMessage, type TextStreamPart, type ToolSet } from "ai";
import { z } from "zod";
import { ModelFailure, type OnRetry } from "../../../core/models/model-failure.ts";
import type { TokenUsage } from "../../../core/models/model-call.ts";
import { readUsage } from "../../../core/models/read-usage.ts";
import { refuseDownload } from "../../../core/models/refuse-download.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import { wellFormedDeep } from "../../../core/text/well-formed.ts";
import type { JsonObject, JsonValue } from "../../../core/workflow/json-value.ts";
import type { CallableModel, GrantedTool } from "./executor-ports.ts";

/** A call of a tool as a model asks for it; its input may be of any form. */
interface AskedCall {
  toolCallId: string;
  toolName: string;
  input: JsonValue;
}

/** What a provider says of its own accord: this stretch of the answer rests on these words of a source. Offsets in UTF-16 code units of the text. */
export interface Citation {
  start: number;
  end: number;
  sourceId: string;
  exact: string;
}

export interface Said {
  text: string;
  calls: AskedCall[];
  /** Left out where the provider cites nothing. */
  citations?: Citation[];
}

interface Turn {
  said: Said;
  finishReason: string;
  usage: TokenUsage;
  /** As the conversation goes on from it. */
  messages: ModelMessage[];
}

export type TurnOutcome =
  | { ok: true; turn: Turn }
  /** `usage` is an estimate of what the answer took that broke off; null when nothing had come. */
  | { ok: false; failure: ModelFailure; usage: TokenUsage | null };

interface TurnRequest {
  instructions: string;
  messages: ModelMessage[];
  tools: readonly GrantedTool[];
  mayCallTools: boolean;
  /** Of the answer, where it is to be JSON. */
  answerSchema: JsonObject | null;
  /** By our count. */
  inputTokens: number;
  /** Of the answer; what was reserved for it. */
  mostTokens: number;
  signal: AbortSignal;
  onRetry: OnRetry;
  /** Told of each piece that the model writes, also of what it thinks, and of tools' names and inputs. */
  onPiece(piece: string): void;
}

/**
 * Streams one answer of a model. Nothing else is fetched for it, and a failure is tried again by whoever asks.
 * @throws what is no failure of the model, and when the signal is raised.
 */
export async function takeTurn({ open, isOffline }: CallableModel, request: TurnRequest): Promise<TurnOutcome> {
  let received = "";
  const citations = citationBook();
  const receive = (piece: string) => {
    received += piece;
    request.onPiece(piece);
  };
  const model = open(request.onRetry);
  try {
    const result = streamText({
      model: isOffline ? model : withParameters(model, parametersOf(request)),
      instructions: request.instructions,
      messages: request.messages,
      tools: Object.fromEntries(request.tools.map(({ name, description, inputSchema }) => [name, tool({ description, inputSchema: jsonSchema(inputSchema) })])),
      ...(isOffline ? {} : { maxOutputTokens: request.mostTokens }),
      maxRetries: 0,
      experimental_download: refuseDownload,
      abortSignal: request.signal,
      // Failures are thrown below.
      onError: () => undefined,
    });
    for await (const part of result.stream) {
      if (part.type === "error") throw part.error;
      if (part.type === "abort") request.signal.throwIfAborted();
      if (part.type === "text-delta" || part.type === "reasoning-delta") receive(part.text);
      if (part.type === "tool-input-start") request.onPiece(`${received === "" ? "" : "\n"}${part.toolName} `);
      if (part.type === "tool-input-delta") receive(part.delta);
      citations.take(part);
    }
    const [text, toolCalls, usage, finishReason, messages] = await Promise.all([result.text, result.toolCalls, result.usage, result.finishReason, result.responseMessages]);
    const calls = toolCalls.map(({ toolCallId, toolName, input }) => ({ toolCallId, toolName, input: JSON.parse(JSON.stringify(input ?? null)) }));
    return {
      ok: true,
      turn: {
        said: wellFormedDeep({ text, calls, ...citations.found() }),
        finishReason,
        usage: readUsage(usage, { input: request.inputTokens, output: countTokens(received) }),
        messages: withoutResults(messages),
      },
    };
  } catch (error) {
    request.signal.throwIfAborted();
    if (!(error instanceof ModelFailure)) throw error;
    return { ok: false, failure: error, usage: received === "" ? null : { input: request.inputTokens, output: countTokens(received), cachedInput: 0, reasoning: 0 } };
  }
}

/** Keeps which stretch of an answer was cited from where: a provider cites within a block of its text. */
function citationBook() {
  const all: Citation[] = [];
  let [length, blockStart, open] = [0, 0, 0];
  return {
    take(part: TextStreamPart<ToolSet>) {
      if (part.type === "text-start") [blockStart, open] = [length, all.length];
      if (part.type === "text-delta") length += part.text.length;
      if (part.type === "source" && part.sourceType === "document") {
        const cited = citedSchema.safeParse(part.providerMetadata);
        if (cited.success) all.push({ start: blockStart, end: length, sourceId: part.title, exact: cited.data.anthropic.citedText });
      }
      if (part.type === "text-end") for (const citation of all.slice(open)) citation.end = length;
    },
    found: () => (all.length === 0 ? {} : { citations: all }),
  };
}

const citedSchema = z.object({ anthropic: z.object({ citedText: z.string().min(1) }) });

type CallParameters = Parameters<NonNullable<LanguageModelMiddleware["transformParams"]>>[0]["params"];
type MoreParameters = Pick<CallParameters, "toolChoice" | "responseFormat">;

/** A form is asked for where no tool is on offer: not every provider keeps to one beside calls. */
function parametersOf({ tools, mayCallTools, answerSchema }: TurnRequest): MoreParameters {
  if (tools.length > 0) return mayCallTools ? {} : { toolChoice: { type: "none" } };
  return answerSchema === null ? {} : { responseFormat: { type: "json", schema: answerSchema } };
}

/**
 * A model that is told more than the AI SDK knows: it would throw where a model calls a tool though none may be called, or
 * misses its form, and both are for us to answer.
 */
function withParameters(model: LanguageModel, parameters: MoreParameters): LanguageModel {
  if (typeof model === "string") return model;
  return wrapLanguageModel({ model, middleware: { specificationVersion: "v4", transformParams: async ({ params }) => ({ ...params, ...parameters }) } });
}

/** Results of tools come from ours alone; what the SDK says to calls that it couldn't read is said there. */
function withoutResults(messages: readonly ModelMessage[]): ModelMessage[] {
  return messages.filter(({ role }) => role === "assistant");
}
