import type { ModelMessage } from "ai";
import type { Prompt } from "../../core/models/prompt.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { RefusalEntry } from "./element-taker.ts";
import { streamPlan, type ElementWriter, type Streaming } from "./stream-plan.ts";

interface Writing {
  prompt: Prompt;
  /** What is asked, given what is written by then; goes beside the instructions as data. */
  request(): object;
  /** What is asked once, of the elements that were refused. */
  mending(refusals: { element: JsonValue; message: string }[]): object;
}

/** @returns false when what is written is no longer wanted. */
export async function writeAndMend(writer: ElementWriter & { takeRefused(): RefusalEntry[] }, { prompt, request, mending }: Writing, streaming: Streaming): Promise<boolean> {
  const first = await streamPlan(writer, { prompt, ask: () => [saying(request())] }, streaming);
  if (first === null) return false;
  const refusals = writer.takeRefused().map(({ element, refusal }) => ({ element, message: refusal.message }));
  if (refusals.length === 0) return true;
  return (await streamPlan(writer, { prompt, ask: () => [...first.messages, saying(mending(refusals))] }, streaming)) !== null;
}

function saying(request: object): ModelMessage {
  return { role: "user", content: JSON.stringify(request) };
}
