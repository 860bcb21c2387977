import type { ModelMessage } from "ai";
import type { ContextOrigin, ContextReceipt } from "../../../core/run/context-receipt.ts";
import type { RequestPart } from "../../../core/run/request-part.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";

/** A part of a message with where it comes from. */
export interface OriginPart {
  origin: ContextOrigin;
  content: JsonValue;
}

interface Entry {
  message: ModelMessage;
  parts: (OriginPart & { tokens: number })[];
}

type ToolMessage = Extract<ModelMessage, { role: "tool" }>;

/** A result that an earlier part was cut to. */
const cutResult = { cut: "This result was left out to keep within the limit of tokens. Call the tool again if you need it." };

/** What a model is sent over several turns: every message with the origin of its parts, and what was cut to fit. */
export class Conversation {
  readonly #entries: Entry[] = [];
  readonly #cut: ContextReceipt["cut"] = [];

  get messages(): ModelMessage[] {
    return this.#entries.map(({ message }) => message);
  }

  get cut(): ContextReceipt["cut"] {
    return [...this.#cut];
  }

  get tokens(): number {
    return this.#entries.reduce((sum, { parts }) => sum + tokensOf(parts), 0);
  }

  /** Messages with their parts, as a receipt holds them. */
  entries(): readonly { role: ModelMessage["role"]; parts: readonly (OriginPart & { tokens: number })[] }[] {
    return this.#entries.map(({ message, parts }) => ({ role: message.role, parts }));
  }

  /** Asks with data parts, each a JSON text of its own. */
  ask(parts: readonly { origin: ContextOrigin; part: RequestPart }[]): void {
    const content: JsonValue[] = parts.map(({ part }) => JSON.parse(JSON.stringify(part)));
    this.#add(
      { role: "user", content: content.map((one) => ({ type: "text", text: JSON.stringify(one) })) },
      content.map((one, index) => ({ origin: parts[index]?.origin ?? { kind: "plan", name: "" }, content: one })),
    );
  }

  /** Keeps what a model answered. */
  answered(messages: readonly ModelMessage[], said: JsonValue): void {
    for (const message of messages) this.#add(message, [{ origin: { kind: "model", name: "" }, content: said }]);
  }

  /** Keeps what tools answered to its calls. */
  results(results: readonly { toolCallId: string; toolName: string; output: JsonValue; isRefused: boolean }[]): void {
    const message: ToolMessage = {
      role: "tool",
      content: results.map(({ toolCallId, toolName, output, isRefused }) => ({ type: "tool-result", toolCallId, toolName, output: { type: isRefused ? "error-json" : "json", value: output } })),
    };
    this.#add(message, results.map(({ toolName, output }) => ({ origin: { kind: "tool", name: toolName }, content: output })));
  }

  note(cut: ContextReceipt["cut"][number]): void {
    this.#cut.push(cut);
  }

  /**
   * Leaves out results of tools until the rest fits: those of earlier turns first, from the oldest on, then those of the
   * last turn from its end. @returns whether it fits.
   */
  fitInto(maxTokens: number): boolean {
    const withResults = this.#entries.filter(({ message }) => message.role === "tool");
    const last = withResults.at(-1);
    for (const entry of withResults) {
      const places = entry.parts.map((_, index) => index);
      for (const index of entry === last ? places.toReversed() : places) {
        if (this.tokens <= maxTokens) return true;
        this.#cutResult(entry, index);
      }
    }
    return this.tokens <= maxTokens;
  }

  #cutResult(entry: Entry, index: number): void {
    const { message, parts } = entry;
    const part = parts[index];
    if (message.role !== "tool" || part === undefined || part.content === cutResult) return;
    this.#cut.push({ origin: part.origin, what: "The result of a call", tokens: part.tokens });
    const content: ToolMessage["content"] = message.content.map((one, place) => (place === index && one.type === "tool-result" ? { ...one, output: { type: "json", value: cutResult } } : one));
    entry.message = { ...message, content };
    entry.parts = parts.with(index, { origin: part.origin, content: cutResult, tokens: countTokens(JSON.stringify(cutResult)) });
  }

  #add(message: ModelMessage, parts: readonly OriginPart[]): void {
    this.#entries.push({ message, parts: parts.map((part) => ({ ...part, tokens: countTokens(JSON.stringify(part.content)) })) });
  }
}

function tokensOf(parts: readonly { tokens: number }[]): number {
  return parts.reduce((sum, { tokens }) => sum + tokens, 0);
}
