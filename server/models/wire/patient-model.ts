import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { setTimeout as wait } from "node:timers/promises";
import { ModelFailure, type OnRetry } from "../../../core/models/model-failure.ts";
import { withCitableDocuments } from "./citable-documents.ts";
import { readFailure } from "./read-failure.ts";
import type { Redactor } from "./redactor.ts";

/** Until when nobody asks a provider, known to every worker. */
export interface ProviderPauses {
  until(provider: string): Promise<Date | null>;
  /** Keeps the later of what is known and this. */
  extend(provider: string, until: Date): Promise<void>;
}

/** How long a provider is waited for, and how much it may say. */
export interface Patience {
  /** Tries of one call before its first word. */
  tries: number;
  /** Before the second try; doubled for each further one. */
  backoffMs: number;
  /** A longer pause is left to a person. */
  longestPauseMs: number;
  firstPartMs: number;
  betweenPartsMs: number;
  /** Of one answer, whatever limit of tokens the model was given. */
  mostCharacters: number;
}

export const usualPatience: Patience = { tries: 4, backoffMs: 1_000, longestPauseMs: 60_000, firstPartMs: 120_000, betweenPartsMs: 60_000, mostCharacters: 600_000 };

interface PatientSettings {
  /** Of the provider. */
  name: string;
  pauses: ProviderPauses;
  patience: Patience;
  redactor: Redactor;
  /** Whether the provider has a form of answer of its own to ask for; others read it in the prompt. */
  takesForm: boolean;
  /** Whether it says itself which words of which document an answer rests on. */
  cites: boolean;
  /** Said with every call. */
  providerOptions: NonNullable<LanguageModelV4CallOptions["providerOptions"]>;
  onRetry?: OnRetry | undefined;
}

type Streamed = Awaited<ReturnType<LanguageModelV4["doStream"]>>;
type Reader = ReadableStreamDefaultReader<LanguageModelV4StreamPart>;

/**
 * A model that waits while its provider wants a pause, tries again what failed before its first word, ends what says
 * nothing or never stops, and fails with a {@link ModelFailure} only.
 */
export function patientModel(model: LanguageModelV4, settings: PatientSettings): LanguageModelV4 {
  const { name, redactor } = settings;
  const failureOf = (error: unknown) => readFailure(error, { provider: name, redactor });
  const prepared = (options: LanguageModelV4CallOptions) => ({ ...options, prompt: settings.cites ? withCitableDocuments(options.prompt) : options.prompt, providerOptions: { ...settings.providerOptions, ...options.providerOptions } });
  return {
    specificationVersion: "v4",
    provider: model.provider,
    modelId: model.modelId,
    // Nothing is fetched for a prompt, by us or by the provider.
    supportedUrls: {},
    doGenerate: (options) => inForm(settings, options, (asked) => insist(settings, asked.abortSignal, failureOf, async () => model.doGenerate(prepared(asked)))),
    doStream: (given) =>
      inForm(settings, given, (options) => insist(settings, options.abortSignal, failureOf, async () => {
        const own = new AbortController();
        const signal = options.abortSignal === undefined ? own.signal : AbortSignal.any([options.abortSignal, own.signal]);
        try {
          return await beginStream(settings, failureOf, own, async () => model.doStream({ ...prepared(options), abortSignal: signal }));
        } catch (error) {
          own.abort();
          throw error;
        }
      })),
  };
}

/** Asks in the form that is wanted; a provider that doesn't take the form is asked without it. */
async function inForm<Outcome>({ takesForm, onRetry }: PatientSettings, options: LanguageModelV4CallOptions, ask: (options: LanguageModelV4CallOptions) => Promise<Outcome>): Promise<Outcome> {
  const { responseFormat, ...free } = options;
  if (responseFormat === undefined || !takesForm) return ask(free);
  const started = performance.now();
  try {
    return await ask(options);
  } catch (error) {
    if (!(error instanceof ModelFailure && error.code === "rejected")) throw error;
    await onRetry?.({ failure: error, durationMs: Math.round(performance.now() - started), retryInMs: 0 });
    return ask(free);
  }
}

async function insist<Outcome>({ name, pauses, patience, onRetry }: PatientSettings, signal: AbortSignal | undefined, failureOf: (error: unknown) => ModelFailure, attempt: () => Promise<Outcome>): Promise<Outcome> {
  for (let tried = 1; ; tried += 1) {
    await waitForTurn(name, pauses, patience, signal);
    const started = performance.now();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      const failure = failureOf(error);
      if (!failure.isPassing) throw failure;
      const pauseMs = failure.retryAfterMs ?? patience.backoffMs * 2 ** (tried - 1) * (0.75 + Math.random() / 2);
      // A limit is the account's, and a provider that is down is down for all.
      const isOwn = failure.code === "malformed" || failure.code === "cut";
      if (!isOwn) await pauses.extend(name, new Date(Date.now() + pauseMs));
      if (tried >= patience.tries || pauseMs > patience.longestPauseMs) throw failure;
      await onRetry?.({ failure, durationMs: Math.round(performance.now() - started), retryInMs: Math.round(pauseMs) });
      if (isOwn) await wait(pauseMs, undefined, { signal });
    }
  }
}

async function waitForTurn(name: string, pauses: ProviderPauses, { longestPauseMs }: Patience, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const leftMs = ((await pauses.until(name))?.getTime() ?? 0) - Date.now();
    if (leftMs <= 0) return;
    if (leftMs > longestPauseMs) throw new ModelFailure("rate-limited", `${name} takes no more requests for ${Math.ceil(leftMs / 60_000)} minutes.`, leftMs);
    // Not all at the same moment.
    await wait(leftMs + Math.random() * Math.min(250, leftMs), undefined, { signal });
  }
}

/** Waits for the first word, up to which a failure can be tried again unseen, and hands on the rest as it comes. */
async function beginStream({ name, patience, redactor }: PatientSettings, failureOf: (error: unknown) => ModelFailure, own: AbortController, open: () => Promise<Streamed>): Promise<Streamed> {
  const slow = (what: string, ms: number) => new ModelFailure("timeout", `${name} ${what} for ${Math.round(ms / 1_000)} seconds.`);
  const firstBy = Date.now() + patience.firstPartMs;
  const streamed = await within(open(), patience.firstPartMs, () => slow("did not answer", patience.firstPartMs));
  const reader = streamed.stream.getReader();
  const early: LanguageModelV4StreamPart[] = [];
  for (;;) {
    const { done, value } = await within(reader.read(), Math.max(1, firstBy - Date.now()), () => slow("said nothing", patience.firstPartMs));
    if (done) throw new ModelFailure("cut", `${name} ended its answer before it began.`);
    if (value.type === "error") throw failureOf(value.error);
    early.push(value);
    if (!opening.has(value.type)) break;
  }
  const rest = restOf(reader, early, { patience, failureOf, name, slow: () => slow("stopped in the middle of an answer", patience.betweenPartsMs) });
  const clean = cleanParts(rest, redactor);
  return {
    ...streamed,
    stream: new ReadableStream({
      async pull(controller) {
        const { done, value } = await clean.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        own.abort();
        await clean.return(undefined);
      },
    }),
  };
}

/** Parts before the first word. */
const opening: ReadonlySet<string> = new Set(["stream-start", "response-metadata", "text-start", "reasoning-start", "raw", "ping"]);

interface Rest {
  name: string;
  patience: Patience;
  failureOf(error: unknown): ModelFailure;
  slow(): ModelFailure;
}

async function* restOf(reader: Reader, early: readonly LanguageModelV4StreamPart[], { name, patience, failureOf, slow }: Rest): AsyncGenerator<LanguageModelV4StreamPart> {
  let [characters, isFinished] = [0, false];
  const count = (part: LanguageModelV4StreamPart) => {
    if ("delta" in part) characters += part.delta.length;
    isFinished ||= part.type === "finish";
    if (characters > patience.mostCharacters) throw new ModelFailure("endless", `${name} went on for more than ${patience.mostCharacters.toLocaleString("en")} characters.`);
  };
  try {
    for (const part of early) {
      count(part);
      yield part;
    }
    for (;;) {
      const { done, value } = await within(reader.read(), patience.betweenPartsMs, slow);
      if (done) break;
      if (value.type === "error") throw failureOf(value.error);
      count(value);
      yield value;
    }
    if (!isFinished) throw new ModelFailure("cut", `${name} broke off its answer.`);
  } catch (error) {
    yield { type: "error", error: failureOf(error) };
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Our keys leave a provider's words, however they are cut into pieces. */
async function* cleanParts(parts: AsyncGenerator<LanguageModelV4StreamPart>, redactor: Redactor): AsyncGenerator<LanguageModelV4StreamPart> {
  const streams = new Map<string, ReturnType<Redactor["stream"]>>();
  for await (const part of parts) {
    if ("delta" in part) {
      const open = streams.get(part.id) ?? redactor.stream();
      streams.set(part.id, open);
      const delta = open.push(part.delta);
      if (delta !== "") yield { ...part, delta };
      continue;
    }
    if (part.type === "text-end" || part.type === "reasoning-end" || part.type === "tool-input-end") {
      const delta = streams.get(part.id)?.end() ?? "";
      streams.delete(part.id);
      const type = part.type === "text-end" ? "text-delta" : part.type === "reasoning-end" ? "reasoning-delta" : "tool-input-delta";
      if (delta !== "") yield { type, id: part.id, delta };
    }
    // The AI SDK prints warnings on the process's own output.
    if (part.type === "stream-start") yield { ...part, warnings: [] };
    else yield part.type === "tool-call" ? { ...part, input: redactor.text(part.input) } : part;
  }
}

async function within<Value>(promise: Promise<Value>, ms: number, failure: () => ModelFailure): Promise<Value> {
  const timer = new AbortController();
  const late = wait(ms, undefined, { signal: timer.signal }).then(() => {
    throw failure();
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
    promise.catch(() => undefined);
  }
}
