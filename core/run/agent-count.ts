import type { Graph } from "../workflow/graph.ts";
import type { RunState } from "./run-state.ts";

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
