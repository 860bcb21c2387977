import { expect } from "vitest";
import { applyOps } from "../../core/workflow/apply-op.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { invertOps } from "../../core/workflow/invert-op.ts";
import { opSchema, type Op } from "../../core/workflow/op.ts";

/** What ops lead to; they are ops as others send them, apply, and their inverse leads back to the same digest. */
export function appliedAndBack(graph: Graph, ops: readonly Op[]): Graph {
  const parsed = ops.map((op) => opSchema.parse(JSON.parse(JSON.stringify(op))));
  const outcome = applyOps(graph, parsed);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const back = applyOps(outcome.graph, invertOps(graph, parsed));
  expect(back.ok && digestGraph(back.graph)).toBe(digestGraph(graph));
  return outcome.graph;
}
