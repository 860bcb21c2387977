import type { Brief } from "../brief/brief.ts";
import { nameOfTarget, type Finding } from "../preflight/finding.ts";
import type { Graph } from "../workflow/graph.ts";
import { targetNamed, type AnnotationTarget } from "./annotation-target.ts";
import { findRange, type Span } from "./text-range.ts";

/** A plan as annotations are placed in it. */
export interface Surface {
  graph: Graph;
  brief: Pick<Brief, "requirements">;
  /** What the rules say of it; null where that is not known, and every finding is taken to be there. */
  findings: readonly Pick<Finding, "ruleId" | "target">[] | null;
}

/** Where an annotation belongs on a plan; all null for the plan as a whole. */
export interface Place {
  /** The node at which it is pinned. */
  nodeId: string | null;
  edgeId: string | null;
  requirementId: string | null;
  /** Of the words it is about, in their field. */
  span: Span | null;
  /** Whether what it is about is gone: the node, the edge, the finding, the very words. */
  isOutdated: boolean;
}

const nowhere: Place = { nodeId: null, edgeId: null, requirementId: null, span: null, isOutdated: false };

/** Follows an annotation to where its target stands now; what is gone leaves it at the nearest part that is still there. */
export function placeTarget(target: AnnotationTarget, { graph, brief, findings }: Surface): Place {
  switch (target.type) {
    case "plan":
      return nowhere;
    case "node":
      return hasId(graph.nodes, target.id) ? { ...nowhere, nodeId: target.id } : { ...nowhere, isOutdated: true };
    case "edge":
      return hasId(graph.edges, target.id) ? { ...nowhere, edgeId: target.id } : { ...nowhere, isOutdated: true };
    case "requirement":
      return hasId(brief.requirements, target.id) ? { ...nowhere, requirementId: target.id } : { ...nowhere, isOutdated: true };
    case "finding": {
      const named = targetNamed(target.on);
      const on = named === null ? nowhere : placeTarget(named, { graph, brief, findings });
      const isThere = findings === null || findings.some((finding) => finding.ruleId === target.ruleId && nameOfTarget(finding.target) === target.on);
      return { ...on, isOutdated: on.isOutdated || !isThere };
    }
    case "text": {
      const node = graph.nodes.find(({ id }) => id === target.nodeId);
      if (node === undefined) return { ...nowhere, isOutdated: true };
      const text = textOf(node, target.field);
      const span = text === null ? null : findRange(text, target.range);
      return { ...nowhere, nodeId: node.id, span, isOutdated: span === null };
    }
  }
}

/** A node's field that is a text; null where it has none of that name. */
function textOf(node: Graph["nodes"][number], field: string): string | null {
  const value: unknown = new Map<string, unknown>(Object.entries(node)).get(field);
  return typeof value === "string" ? value : null;
}

function hasId(parts: readonly { id: string }[], wanted: string): boolean {
  return parts.some(({ id }) => id === wanted);
}
