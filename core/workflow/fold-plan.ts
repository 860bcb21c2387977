import { applyOp } from "./apply-op.ts";
import { emptyGraph, type Graph } from "./graph.ts";
import type { Ghost, PlanCall, PlanEntry } from "./plan-entry.ts";
import type { PlanStatus } from "./plan-status.ts";

/** A plan as far as it is written: the same in every browser and on the server. */
export interface PlanSoFar {
  graph: Graph;
  /** The node whose op is being written; null where none is, or nothing is known of it. */
  ghost: Ghost | null;
  refused: Extract<PlanEntry, { type: "refusal" }>[];
  /** Calls of the model that wrote it, in order. */
  calls: readonly PlanCall[];
  status: PlanStatus;
  reason: string | null;
}

export const unwrittenPlan: PlanSoFar = { graph: emptyGraph, ghost: null, refused: [], calls: [], status: "pending", reason: null };

/**
 * Adds one entry of a plan's log. An op that doesn't apply, which a sound log doesn't hold, becomes a visible refusal.
 */
export function foldPlan(before: PlanSoFar, entry: PlanEntry): PlanSoFar {
  const plan = { ...before, ghost: null };
  switch (entry.type) {
    case "ghost":
      return { ...plan, ghost: entry.node };
    case "op": {
      const outcome = applyOp(plan.graph, entry.op);
      if (outcome.ok) return { ...plan, graph: outcome.graph };
      const element = JSON.parse(JSON.stringify(entry.op));
      return { ...plan, refused: [...plan.refused, { type: "refusal", element, refusal: outcome.refusal }] };
    }
    case "refusal":
      return { ...plan, refused: [...plan.refused, entry] };
    case "model-called":
    case "model-failed":
      return { ...plan, calls: [...plan.calls, entry] };
    case "change":
    case "unread":
    case "ruling":
    case "opinion":
    case "no-opinion":
      return plan;
    case "status":
      return { ...plan, status: entry.status, reason: entry.reason };
  }
}
