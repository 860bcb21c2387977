import { digestOf } from "../../core/text/digest.ts";

/** Names an attempt of a step to the outside world: the same whenever and wherever it is executed. */
export function idempotencyKeyOf(runId: string, stepId: string, attempt: number): string {
  return digestOf([runId, stepId, attempt]).slice(0, 32);
}
