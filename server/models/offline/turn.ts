import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from "@ai-sdk/provider";

/** What the offline model says in one turn: text, or calls of tools whose results it waits for. */
export type Turn = { type: "text"; text: string } | { type: "tool-calls"; calls: { toolName: string; input: object }[] };

/** What a turn is made from. */
export interface TurnContext {
  prompt: LanguageModelV4Prompt;
  /** Names of the tools on offer. */
  toolNames: ReadonlySet<string>;
}

export function contextOf({ prompt, tools }: LanguageModelV4CallOptions): TurnContext {
  return { prompt, toolNames: new Set((tools ?? []).map(({ name }) => name)) };
}

/** Every text of the people's side, oldest first. */
function userTexts(prompt: LanguageModelV4Prompt): string[] {
  return prompt.flatMap((message) =>
    message.role === "user" ? message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])) : [],
  );
}

/** What a task comes with, oldest first: each text of the people's side as data, or null where it is no JSON. */
export function userData(prompt: LanguageModelV4Prompt): unknown[] {
  return userTexts(prompt).map((text): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  });
}

/** Results of tools with the input each was called with, oldest first. */
export function toolResults(prompt: LanguageModelV4Prompt): { toolName: string; input: unknown; value: unknown }[] {
  const inputsById = new Map<string, unknown>();
  const results: { toolName: string; input: unknown; value: unknown }[] = [];
  for (const message of prompt) {
    if (message.role !== "assistant" && message.role !== "tool") continue;
    for (const part of message.content) {
      if (part.type === "tool-call") inputsById.set(part.toolCallId, part.input);
      if (part.type !== "tool-result") continue;
      const value = part.output.type === "json" ? part.output.value : null;
      results.push({ toolName: part.toolName, input: inputsById.get(part.toolCallId), value });
    }
  }
  return results;
}
