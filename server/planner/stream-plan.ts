import { isStepCount, streamText, type LanguageModel, type ModelMessage } from "ai";
import { ModelFailure, type FailedTry, type OnRetry } from "../../core/models/model-failure.ts";
import { costOfUsage, type ModelPrice } from "../../core/models/model-price.ts";
import type { Prompt } from "../../core/models/prompt.ts";
import { readUsage } from "../../core/models/read-usage.ts";
import { refuseDownload } from "../../core/models/refuse-download.ts";
import { searchToolName } from "../../core/planning/found-passage.ts";
import { countTokens } from "../../core/text/count-tokens.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { PlanCall, PlanEntry } from "../../core/workflow/plan-entry.ts";
import { ElementParser, type Element } from "./element-parser.ts";
import { readGhost } from "./read-ghost.ts";
import { searchTool, type SearchSources } from "./search-tool.ts";

/** Turns that a model may take with its tools before the plan must be there. */
const mostTurns = 12;
/** Of one model, while what it wrote before it broke off can be gone on from. */
const triesOfAModel = 3;
const mostAnswerTokens = 16_000;

/** A model that may write a plan. */
interface PlannerModel {
  open(onRetry: OnRetry): LanguageModel;
  /** As `provider:model`. */
  name: string;
  /** Null when not known. */
  price: ModelPrice | null;
  /** Tokens that it takes in and gives out together; null when not known. */
  contextTokens: number | null;
}

/** Takes what a model writes, element by element. */
export interface ElementWriter {
  /** What came of it so far. */
  readonly graph: Graph;
  /** @returns what the log says of this element. */
  write(element: Element): PlanEntry;
}

export interface Streaming {
  /** The role's own first, then the one that takes over. */
  models: readonly PlannerModel[];
  collections: readonly { name: string }[];
  search: SearchSources;
  /** Stores entries in order. @returns false when the plan is no longer to be written. */
  append(entries: readonly PlanEntry[]): Promise<boolean>;
  signal: AbortSignal;
}

/** What was asked and answered, to be gone on from; null when the plan is no longer to be written. */
type Streamed = { messages: ModelMessage[] } | null;

/**
 * Has a model write elements and stores each as it comes. Where the model breaks off, it or the one that takes over goes
 * on from what is written by then.
 * @param asking.ask what is said to a model, given what is written by then.
 * @throws ModelFailure when no model could go on; what is stored by then stays.
 */
export async function streamPlan(writer: ElementWriter, { prompt, ask }: { prompt: Prompt; ask: () => ModelMessage[] }, streaming: Streaming): Promise<Streamed> {
  let failure: ModelFailure | null = null;
  for (const model of streaming.models) {
    const insteadOf = model === streaming.models[0] ? undefined : streaming.models[0]?.name;
    for (let tried = 1; tried <= triesOfAModel; tried += 1) {
      const outcome = await streamOnce(writer, ask(), { ...streaming, prompt, model, insteadOf });
      if (outcome === null || "messages" in outcome) return outcome;
      failure ??= outcome.failure;
      if (!outcome.mayGoOn) break;
    }
    if (!failure?.isBlocking && !failure?.isPassing) break;
  }
  throw failure ?? new Error("A planner has at least one model.");
}

interface Once extends Streaming {
  prompt: Prompt;
  model: PlannerModel;
  insteadOf: string | undefined;
}

/** @returns whether the same model may be asked to go on, where it failed. */
async function streamOnce(writer: ElementWriter, asked: ModelMessage[], once: Once): Promise<Streamed | { failure: ModelFailure; mayGoOn: boolean }> {
  const { model, signal, append } = once;
  const stop = new AbortController();
  const before = writer.graph;
  const calls = callBook(once, asked);
  const elements = elementStore(writer, append);
  try {
    const result = beginStream(once, asked, { stop: stop.signal, onRetry: async (tried) => void (await append([calls.retry(tried)])) });
    for await (const part of result.stream) {
      if (part.type === "error") throw part.error;
      if (part.type === "abort") return null;
      if (part.type === "start-step") calls.begin();
      if (part.type === "text-delta" || part.type === "reasoning-delta") calls.receive(part.text);
      if (part.type === "finish-step" && !(await append([calls.end(part)]))) return stopped(stop);
      if (part.type === "text-delta" && !(await elements.push(part.text))) return stopped(stop);
      if (part.type === "text-end" && !(await elements.end())) return stopped(stop);
    }
    const failure = unusableEnd(await result.finishReason, model.name);
    if (failure !== null) return { failure, mayGoOn: failure.code === "endless" && writer.graph !== before };
    return { messages: [...asked, ...(await result.responseMessages)] };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ModelFailure)) throw error;
    const { entry, hasBegun } = calls.fail(error);
    if (!(await append([entry]))) return null;
    return { failure: error, mayGoOn: error.isPassing && hasBegun };
  }
}

function beginStream({ prompt, model, collections, search, signal }: Once, messages: ModelMessage[], { stop, onRetry }: { stop: AbortSignal; onRetry: OnRetry }) {
  const names = collections.map(({ name }) => name);
  return streamText({
    model: model.open(onRetry),
    instructions: prompt.instructions,
    messages,
    tools: names.length === 0 ? {} : { [searchToolName]: searchTool(search, names) },
    stopWhen: isStepCount(mostTurns),
    maxOutputTokens: Math.min(mostAnswerTokens, Math.floor((model.contextTokens ?? Infinity) / 4)),
    // Providers are waited for where they are called.
    maxRetries: 0,
    experimental_download: refuseDownload,
    abortSignal: AbortSignal.any([signal, stop]),
    // Failures are thrown to whoever records how the plan ended.
    onError: () => undefined,
  });
}

function stopped(stop: AbortController): null {
  stop.abort();
  return null;
}

/** Why an answer that ended is no whole plan; null for one that may be. */
function unusableEnd(finishReason: string, name: string): ModelFailure | null {
  if (finishReason === "content-filter") return new ModelFailure("filtered", `${name} or its provider's filter declined to answer.`);
  return finishReason === "length" ? new ModelFailure("endless", `${name} reached its limit of tokens before the plan was whole.`) : null;
}

/** Keeps count of one stream's calls of its model: one for each turn. */
function callBook({ prompt, model: { name, price }, insteadOf }: Once, asked: readonly ModelMessage[]) {
  let [startedAt, received] = [performance.now(), ""];
  const counted = () => ({ input: countTokens(prompt.instructions) + countTokens(JSON.stringify(asked)), output: countTokens(received) });
  const durationMs = () => Math.round(performance.now() - startedAt);
  return {
    begin() {
      [startedAt, received] = [performance.now(), ""];
    },
    receive(text: string) {
      received += text;
    },
    end({ usage: told, finishReason }: { usage: Parameters<typeof readUsage>[0]; finishReason: string }): PlanCall {
      const usage = readUsage(told, counted());
      const took = { usage, costMicroUsd: costOfUsage(usage, price), durationMs: durationMs() };
      return { type: "model-called", model: name, ...took, finishReason, promptVersion: prompt.version, ...(insteadOf === undefined ? {} : { insteadOf }) };
    },
    retry({ failure: { code, message }, durationMs: took, retryInMs }: FailedTry): PlanCall {
      return { type: "model-failed", model: name, code, message, usage: null, costMicroUsd: null, durationMs: took, retryInMs };
    },
    fail({ code, message }: ModelFailure): { entry: PlanCall; hasBegun: boolean } {
      const usage = received === "" ? null : { ...counted(), cachedInput: 0, reasoning: 0 };
      const costMicroUsd = usage === null ? null : costOfUsage(usage, price);
      return { entry: { type: "model-failed", model: name, code, message, usage, costMicroUsd, durationMs: durationMs() }, hasBegun: usage !== null };
    },
  };
}

/** Stores what a text's pieces complete, and what is known of the node that is being written. */
function elementStore(writer: ElementWriter, append: Streaming["append"]) {
  const parser = new ElementParser();
  let shownGhost = "";
  const entriesOf = async (elements: readonly Element[]): Promise<PlanEntry[]> => {
    const entries = elements.map((element) => writer.write(element));
    if (elements.length > 0) shownGhost = "";
    const node = await readGhost(parser.unfinished);
    const ghost = JSON.stringify(node);
    if (node === null || ghost === shownGhost) return entries;
    shownGhost = ghost;
    return [...entries, { type: "ghost", node }];
  };
  const store = async (elements: readonly Element[]) => {
    const entries = await entriesOf(elements);
    return entries.length === 0 || append(entries);
  };
  return { push: (text: string) => store(parser.push(text)), end: () => store(parser.end()) };
}
