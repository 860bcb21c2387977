import { z } from "zod";
import type { CallEvent } from "../../../core/run/run-event.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";
import type { CallingStep } from "./call-model.ts";

const stretch = z.object({ sourceId: z.string(), start: z.number().int().nonnegative(), text: z.string() });
const foundSchema = z.object({ passages: z.array(stretch) });

type SourceRead = Extract<CallEvent, { type: "source-read" }>;

/** Records which stretches of which sources a tool's answer showed to a worker; only what is really in them counts. */
export async function recordShown(step: CallingStep, output: JsonValue): Promise<void> {
  const shown = foundSchema.safeParse(output).data?.passages ?? [stretch.safeParse(output).data].filter((one) => one !== undefined);
  const known = new Set(step.earlierCalls.flatMap((event) => (event.type === "source-read" ? [keyOf(event)] : [])));
  const events: SourceRead[] = [];
  for (const { sourceId, start, text } of shown) {
    const source = await step.findSource(sourceId);
    const end = start + text.length;
    if (source === null || source.text.slice(start, end) !== text) continue;
    const event: SourceRead = { type: "source-read", stepId: step.stepId, attempt: step.attempt, sourceId, sha256: source.sha256, start, end };
    if (!known.has(keyOf(event))) events.push(event);
    known.add(keyOf(event));
  }
  if (events.length > 0) await step.record(events);
}

function keyOf({ sourceId, start, end }: SourceRead): string {
  return `${sourceId} ${start} ${end}`;
}
