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

/**
 * How long the run has worked: from when a worker took it, without the time in which it waited for people.
 * @param now in milliseconds; counts while the run goes on.
 */
export function workedMs({ startedAt, endedAt, status, openWaits, answeredWaits }: RunState, now: number | null): number {
  if (startedAt === null) return 0;
  const waits = answeredWaits.map(({ since, answeredAt }) => ({ from: since.getTime(), to: answeredAt.getTime() }));
  const firstOpen = status === "waiting" ? Math.min(...openWaits.map(({ since }) => since.getTime())) : Infinity;
  const end = Math.min(endedAt?.getTime() ?? now ?? startedAt.getTime(), firstOpen);
  let [waited, until] = [0, startedAt.getTime()];
  for (const { from, to } of waits.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(from, until);
    waited += Math.max(0, Math.min(to, end) - start);
    until = Math.max(until, to);
  }
  return Math.max(0, end - startedAt.getTime() - waited);
}
