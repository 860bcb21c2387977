import canonicalize from "canonicalize";
import type { Finding, FindingTarget } from "../preflight/finding.ts";
import type { Graph } from "../workflow/graph.ts";
import { isOpinion } from "./opinion.ts";

/** The opinions on a plan that are still about what is there: no model has seen a node or an edge that was changed since. */
export function standingOpinions(findings: readonly Finding[], before: Graph, after: Graph): Finding[] {
  return findings.filter((finding) => isOpinion(finding) && partText(finding.target, before) === partText(finding.target, after));
}

function partText(target: FindingTarget, { nodes, edges }: Graph): string | undefined {
  if (target.type !== "node" && target.type !== "edge") return undefined;
  return canonicalize([target.type === "node" ? nodes : edges].flat().find(({ id }) => id === target.id) ?? null);
}
