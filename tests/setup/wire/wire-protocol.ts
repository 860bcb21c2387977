import type { LanguageModelV4Prompt } from "@ai-sdk/provider";

/** What a request of any protocol asks. */
export interface WireRequest {
  model: string;
  prompt: LanguageModelV4Prompt;
  toolNames: string[];
}

/** Tokens as providers count them; `cached` and `written` are parts of the input, `reasoning` of the output. */
interface WireUsage {
  input: number;
  cached: number;
  written: number;
  output: number;
  reasoning: number;
}

/** What the model says. */
export interface WireAnswer {
  text: string;
  calls: readonly { toolName: string; input: unknown; rawInput?: string }[];
  usage: WireUsage;
  /** Stretches of the text that rest on words of a document, where the protocol can say so. */
  cited?: readonly { text: string; title: string; exact: string }[];
  /** `filtered`: by the provider's filter; `refused`: the model declines, and the text says so; `length`: its limit of tokens was reached. */
  end?: "stop" | "filtered" | "refused" | "length";
}

/** One event of a stream: a name where the protocol has them, and the text of its data. */
export interface WireEvent {
  event?: string;
  data: string;
}

/** How one provider's public protocol puts requests, streams and errors. */
export interface WireProtocol {
  /** Whether a path is one of its requests for an answer. */
  matches(path: string): boolean;
  read(body: unknown, path: string): WireRequest;
  /** The answer as it is given where the request wants a form; left out where that is text like any other. */
  formed?(request: WireRequest, answer: WireAnswer): WireAnswer;
  /** @param pieces the text, cut. */
  stream(answer: WireAnswer, pieces: readonly string[]): WireEvent[];
  /** The body of an error, as the provider words it. */
  error(type: string, message: string): object;
  /** An error in the middle of a stream. */
  streamError(message: string): WireEvent;
}

export type WireMessage =
  | { role: "system"; text: string }
  | { role: "user"; texts: string[] }
  | { role: "assistant"; text: string; calls: { id: string; name: string; input: unknown }[] }
  | { role: "tool"; results: { id: string; name: string; value: unknown }[] };

/** The AI SDK's own form of a conversation, so that the offline model can stand behind any protocol. */
export function promptOf(messages: readonly WireMessage[]): LanguageModelV4Prompt {
  return messages.map((message): LanguageModelV4Prompt[number] => {
    switch (message.role) {
      case "system":
        return { role: "system", content: message.text };
      case "user":
        return { role: "user", content: message.texts.map((text) => ({ type: "text", text })) };
      case "assistant":
        return {
          role: "assistant",
          content: [
            ...(message.text === "" ? [] : [{ type: "text" as const, text: message.text }]),
            ...message.calls.map(({ id, name, input }) => ({ type: "tool-call" as const, toolCallId: id, toolName: name, input })),
          ],
        };
      case "tool":
        return { role: "tool", content: message.results.map(({ id, name, value }) => ({ type: "tool-result", toolCallId: id, toolName: name, output: { type: "json", value: JSON.parse(JSON.stringify(value)) } })) };
    }
  });
}

/** A text that holds JSON, or the text. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const json = (event: object, name?: string): WireEvent => ({ ...(name === undefined ? {} : { event: name }), data: JSON.stringify(event) });
