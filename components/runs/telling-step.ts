import type { RunState } from "../../core/run/run-state.ts";
import type { RunStatus } from "../../core/run/run-status.ts";

const mostTelling: readonly RunStatus[] = ["waiting", "failed", "running", "completed", "canceled", "skipped", "pending"];

/** The one step of a node to show when the node is chosen; the node's own id where none has begun. */
export function tellingStepId(nodeId: string, { stepsById }: Pick<RunState, "stepsById">): string {
  if (stepsById.has(nodeId)) return nodeId;
  const steps = [...stepsById.values()].filter((step) => step.nodeId === nodeId);
  for (const status of mostTelling) {
    const step = steps.find((one) => one.status === status);
    if (step !== undefined) return step.stepId;
  }
  return nodeId;
}
