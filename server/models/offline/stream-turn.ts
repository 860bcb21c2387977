import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { setTimeout as wait } from "node:timers/promises";
import type { Turn } from "./turn.ts";

/** Characters of one chunk; about as much as language models send at once. */
const chunkLength = 24;

/** The parts of a turn between the start and the finish of a stream. */
export async function* streamTurn(
  turn: Turn,
  { paceMs, signal, newId }: { paceMs: number; signal: AbortSignal | undefined; newId: () => string },
): AsyncGenerator<LanguageModelV4StreamPart> {
  const pause = async () => {
    signal?.throwIfAborted();
    if (paceMs > 0) await wait(paceMs, undefined, { signal });
  };
  if (turn.type === "text") {
    yield { type: "text-start", id: "text" };
    for (let start = 0; start < turn.text.length; start += chunkLength) {
      await pause();
      yield { type: "text-delta", id: "text", delta: turn.text.slice(start, start + chunkLength) };
    }
    yield { type: "text-end", id: "text" };
    return;
  }
  for (const { toolName, input } of turn.calls) {
    const id = newId();
    const text = JSON.stringify(input);
    yield { type: "tool-input-start", id, toolName };
    for (let start = 0; start < text.length; start += chunkLength) {
      await pause();
      yield { type: "tool-input-delta", id, delta: text.slice(start, start + chunkLength) };
    }
    yield { type: "tool-input-end", id };
    yield { type: "tool-call", toolCallId: id, toolName, input: text };
  }
}
