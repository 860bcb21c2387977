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

  /** Leaves out results of tools, the oldest first, until the rest fits. @returns whether it does. */
  fitInto(maxTokens: number): boolean {
    for (const entry of this.#entries) {
      if (this.tokens <= maxTokens) return true;
      const { message } = entry;
      if (message.role !== "tool" || entry === this.#entries.at(-1)) continue;
      const content: ToolMessage["content"] = message.content.map((part) => (part.type === "tool-result" ? { ...part, output: { type: "json", value: cutResult } } : part));
      entry.message = { ...message, content };
      entry.parts = entry.parts.map((part) => {
        if (part.content === cutResult) return part;
        this.#cut.push({ origin: part.origin, what: "The result of an earlier call", tokens: part.tokens });
        return { origin: part.origin, content: cutResult, tokens: countTokens(JSON.stringify(cutResult)) };
      });
    }
    return this.tokens <= maxTokens;
  }

  #add(message: ModelMessage, parts: readonly OriginPart[]): void {
    this.#entries.push({ message, parts: parts.map((part) => ({ ...part, tokens: countTokens(JSON.stringify(part.content)) })) });
  }
}

function tokensOf(parts: readonly { tokens: number }[]): number {
  return parts.reduce((sum, { tokens }) => sum + tokens, 0);
}
