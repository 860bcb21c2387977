import type { RunState } from "../../core/run/run-state.ts";
import { placeOfStep } from "../../core/run/step-id.ts";
import type { Graph } from "../../core/workflow/graph.ts";

/** How many agents have begun: workers and writers once each, a verifier once for each of its votes. */
export function agentCount({ nodes }: Pick<Graph, "nodes">, { stepsById }: Pick<RunState, "stepsById">): number {
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  let count = 0;
  for (const { nodeId, attempt } of stepsById.values()) {
    const node = nodesById.get(nodeId);
    if (attempt === 0 || node === undefined) continue;
    if (node.kind === "agent" || node.kind === "synthesize") count += 1;
    if (node.kind === "verify") count += node.votes;
  }
  return count;
}

/** How many steps run right now; a container that only waits for its items is none. */
export function atOnce({ stepsById }: Pick<RunState, "stepsById">): number {
  const steps = [...stepsById.values()];
  const containers = new Set(steps.flatMap(({ stepId }) => placeOfStep(stepId)?.parentStepId ?? []));
  return steps.filter(({ status, stepId, itemKeys }) => status === "running" && itemKeys === null && !containers.has(stepId)).length;
}
