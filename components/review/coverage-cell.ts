import type { Requirement } from "../../core/brief/brief.ts";
import { receivesRequirement } from "../../core/preflight/receives.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";

/** What a node has to do with a requirement: it is there for it, is so without ever receiving it, or only receives its text. */
export type CoverageCell = "covers" | "unheard" | "hears" | "nothing";

export function coverageCell(node: Node, requirementId: string): CoverageCell {
  const hears = receivesRequirement(node, requirementId);
  if (node.covers.includes(requirementId)) return hears === false ? "unheard" : "covers";
  return hears === true ? "hears" : "nothing";
}

/** The nodes that have to do with some requirement, as they stand in the graph. */
export function coverageColumns({ nodes }: Graph, requirements: readonly Requirement[]): Node[] {
  return nodes.filter((node) => requirements.some(({ id }) => coverageCell(node, id) !== "nothing"));
}
