import type { CallEvent, RunEvent } from "../../core/run/run-event.ts";

/** Calls on record of attempts that have not ended: what was cut off can go on from them. */
export class EarlierCalls {
  readonly #byStep = new Map<string, CallEvent[]>();

  take(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type === "model-called" || event.type === "tool-called" || event.type === "source-read") {
        const calls = this.#byStep.get(event.stepId) ?? [];
        calls.push(event);
        this.#byStep.set(event.stepId, calls);
      } else if (event.type === "step-completed" || event.type === "step-failed" || event.type === "step-skipped") {
        this.#byStep.delete(event.stepId);
      }
    }
  }

  of(stepId: string, attempt: number): readonly CallEvent[] {
    return (this.#byStep.get(stepId) ?? []).filter((call) => call.attempt === attempt);
  }
}
