import type { RunState } from "../../core/run/run-state.ts";
import { placeOfStep } from "../../core/run/step-id.ts";

/** How many steps run right now; a container that only waits for its items is none. */
export function atOnce({ stepsById }: Pick<RunState, "stepsById">): number {
  const steps = [...stepsById.values()];
  const containers = new Set(steps.flatMap(({ stepId }) => placeOfStep(stepId)?.parentStepId ?? []));
  return steps.filter(({ status, stepId, itemKeys }) => status === "running" && itemKeys === null && !containers.has(stepId)).length;
}
