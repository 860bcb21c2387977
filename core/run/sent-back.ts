import type { GraphView } from "../preflight/graph-view.ts";
import type { Node } from "../workflow/node.ts";
import { settle } from "./next-steps.ts";
import type { RunState } from "./run-state.ts";
import { nodeIdOf } from "./step-id.ts";

/**
 * The steps that have to try anew when a person sends back what a checkpoint showed: those that brought it, through
 * verifiers and joins, and these themselves. Maps are not run again as a whole; where nothing else brought anything,
 * there is none.
 */
export function sentBack(view: GraphView, state: RunState, checkpointStepId: string): string[] {
  const prefix = checkpointStepId.slice(0, checkpointStepId.lastIndexOf("/") + 1);
  const again = new Set<string>();
  const visit = (nodeId: string): boolean => {
    let found = false;
    for (const edge of view.incoming(nodeId)) {
      const source = view.node(edge.from);
      const stepId = `${prefix}${edge.from}`;
      if (source === undefined || edge.kind !== "data" || settle(edge, state.stepsById.get(stepId)) !== "delivered") continue;
      const foundBehind = (source.kind === "join" || source.kind === "verify") && visit(source.id);
      if (!foundBehind && !canTryAnew(source)) continue;
      again.add(stepId);
      found = true;
    }
    return found;
  };
  visit(nodeIdOf(checkpointStepId));
  return [...again];
}

function canTryAnew({ kind }: Node): boolean {
  return kind === "agent" || kind === "tool" || kind === "verify" || kind === "synthesize";
}
